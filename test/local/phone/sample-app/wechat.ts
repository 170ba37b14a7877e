/** As much of WeChat's globals as the sample's scripts use; each script declares what it names. */
export type Result = Record<string, unknown>;
type Call = (options?: object) => Promise<Result>;

type UploadTask = { abort: () => void; onProgressUpdate: (listener: (told: unknown) => void) => void };

type Query = {
  where: (where: object) => Query;
  orderBy: (field: string, order: string) => Query;
  limit: (limit: number) => Query;
  watch: (watcher: object) => { close: () => void };
  [other: string]: (...args: never[]) => unknown;
};

type Files = {
  mkdirSync: (path: string, recursive: boolean) => void;
  writeFileSync: (path: string, text: string, encoding: string) => void;
  copyFileSync: (from: string, to: string) => void;
  readdirSync: (path: string) => string[];
  statSync: (path: string) => { size: number };
  readFileSync: (path: string, encoding: string) => string;
};

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
  | 'stopPullDownRefresh'
  | 'getPrivacySetting'
  | 'requirePrivacyAuthorize'
  | 'chooseMedia'
  | 'chooseMessageFile'
  | 'openDocument'
  | 'shareFileMessage'
  | 'compressImage'
  | 'getImageInfo'
  | 'saveImageToPhotosAlbum'
  | 'getSetting'
  | 'canvasToTempFilePath'
  | 'scanCode'
  | 'openLocation'
  | 'addPhoneCalendar'
  | 'updateShareMenu'
  | 'hideShareMenu',
  Call
> & {
  cloud: Record<'callFunction' | 'downloadFile' | 'deleteFile' | 'getTempFileURL', Call> & {
    init: (options?: object) => void;
    uploadFile: (options: object) => Promise<Result> & UploadTask;
    CloudID: (id: string) => object;
    database: () => { collection: (name: string) => Query };
  };
  getFileSystemManager: () => Files;
  createSelectorQuery: () => {
    select: (selector: string) => {
      fields: (fields: object) => { exec: (done: (found: unknown[]) => void) => void };
    };
  };
  onNeedPrivacyAuthorization: (listener: (resolve: never, info: Result) => void) => void;
  onThemeChange: (listener: (change: { theme: string }) => void) => void;
  hideToast: () => void;
  hideLoading: () => void;
  nextTick: (callback: () => void) => void;
  setStorageSync: (key: string, value: unknown) => void;
  getStorageSync: (key: string) => unknown;
  removeStorageSync: (key: string) => void;
  clearStorageSync: () => void;
  getStorageInfoSync: () => { keys: string[]; currentSize: number; limitSize: number };
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
