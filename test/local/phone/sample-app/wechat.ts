/** As much of WeChat's globals as the sample's scripts use; each script declares what it names. */
export type Result = Record<string, unknown>;
type Call = (options?: object) => Promise<Result>;

export type Wx = Record<
  | 'navigateTo'
  | 'redirectTo'
  | 'navigateBack'
  | 'switchTab'
  | 'reLaunch'
  | 'showToast'
  | 'showLoading'
  | 'showModal'
  | 'showActionSheet'
  | 'setNavigationBarTitle'
  | 'requestSubscribeMessage'
  | 'makePhoneCall'
  | 'setClipboardData'
  | 'getStorage'
  | 'setStorage'
  | 'getNetworkType'
  | 'pageScrollTo'
  | 'stopPullDownRefresh',
  Call
> & {
  cloud: { init: (options?: object) => void; callFunction: Call };
  hideToast: () => void;
  hideLoading: () => void;
  nextTick: (callback: () => void) => void;
  setStorageSync: (key: string, value: unknown) => void;
  getStorageSync: (key: string) => unknown;
  removeStorageSync: (key: string) => void;
  getAppBaseInfo: () => Result;
  getWindowInfo: () => Result;
  getDeviceInfo: () => Result;
  getMenuButtonBoundingClientRect: () => Result;
  canIUse: (name: string) => boolean;
  onNetworkStatusChange: (listener: (change: Result) => void) => void;
};

export type Event = {
  type: string;
  detail: Record<string, unknown>;
  currentTarget: { id: string; dataset: Record<string, unknown> };
  target: { id: string; dataset: Record<string, unknown> };
  mark: Record<string, unknown>;
};

export type Instance = {
  data: Record<string, unknown>;
  properties: Record<string, unknown>;
  route: string;
  setData: (data: object, callback?: () => void) => void;
  triggerEvent: (name: string, detail?: object, options?: object) => void;
  selectComponent: (selector: string) => Instance & Record<string, (...args: unknown[]) => unknown>;
  getOpenerEventChannel: () => {
    on: (name: string, listener: (value: unknown) => void) => void;
    emit: (name: string, value: unknown) => void;
  };
  getRelationNodes: (path: string) => Instance[];
  createSelectorQuery: () => {
    select: (selector: string) => {
      boundingClientRect: (done: (rect: Result) => void) => { exec: () => void };
    };
  };
};

export type Define = (definition: object & ThisType<Instance>) => void;
export type DefineBehavior = (definition: object & ThisType<Instance>) => unknown;
