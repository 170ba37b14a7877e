import { capsuleRect, STATUS_BAR } from '../chrome/navigation-bar';
import { pageStack } from '../pages/navigation';
import { fontSize, settings } from '../settings';
import { appTheme, themeEvents } from '../theme';
import { wxCall } from './call';

const SDK_VERSION = '3.8.0';
const HOME_INDICATOR = 34;

function getWindowInfo() {
  const { innerWidth: width, innerHeight: height } = window;
  const page = pageStack().top()?.rect();
  return {
    pixelRatio: window.devicePixelRatio,
    screenWidth: width,
    screenHeight: height,
    windowWidth: page?.width || width,
    windowHeight: page?.height || height,
    statusBarHeight: STATUS_BAR,
    screenTop: page?.y ?? 0,
    safeArea: {
      left: 0,
      right: width,
      top: STATUS_BAR,
      bottom: height - HOME_INDICATOR,
      width,
      height: height - STATUS_BAR - HOME_INDICATOR,
    },
  };
}

const getAppBaseInfo = () => ({
  SDKVersion: SDK_VERSION,
  enableDebug: false,
  host: { appId: '' },
  language: 'zh_CN',
  version: '8.0.50',
  theme: appTheme(),
  fontSizeSetting: fontSize(),
  fontSizeScaleFactor: settings.fontScale,
});

const getDeviceInfo = () => ({
  abi: 'arm64-v8a',
  benchmarkLevel: 30,
  brand: 'local',
  model: 'local phone',
  platform: 'android',
  system: 'Android 14',
  cpuType: '',
  memorySize: '8192',
});

const getSystemSetting = () => ({
  bluetoothEnabled: false,
  locationEnabled: true,
  wifiEnabled: true,
  deviceOrientation: 'portrait' as const,
});

const getAppAuthorizeSetting = () => ({
  albumAuthorized: 'authorized',
  cameraAuthorized: 'authorized',
  locationAuthorized: 'authorized',
  microphoneAuthorized: 'authorized',
  notificationAuthorized: 'authorized',
  phoneCalendarAuthorized: 'authorized',
});

const getSystemInfoSync = () => ({
  ...getWindowInfo(),
  ...getAppBaseInfo(),
  ...getDeviceInfo(),
  ...getSystemSetting(),
});

const noUpdate = {
  onCheckForUpdate: (listener: (result: { hasUpdate: boolean }) => void) =>
    void setTimeout(() => listener({ hasUpdate: false }), 0),
  onUpdateReady: () => undefined,
  onUpdateFailed: () => undefined,
  applyUpdate: () => location.reload(),
};

export const system = {
  getWindowInfo,
  getAppBaseInfo,
  getDeviceInfo,
  getSystemSetting,
  getAppAuthorizeSetting,
  getSystemInfoSync,
  getSystemInfo: wxCall('getSystemInfo', getSystemInfoSync),
  getSystemInfoAsync: wxCall('getSystemInfoAsync', getSystemInfoSync),
  getMenuButtonBoundingClientRect: () => capsuleRect(window.innerWidth),
  getAccountInfoSync: () => ({ miniProgram: { appId: '', envVersion: 'develop', version: '' }, plugin: {} }),
  getUpdateManager: () => noUpdate,
  nextTick: (callback: () => void) => queueMicrotask(callback),
  createSelectorQuery: () => {
    const page = pageStack().top();
    if (!page) throw new Error('createSelectorQuery: no page is open');
    return (page.instance['createSelectorQuery'] as () => object).call(page.instance);
  },
  createIntersectionObserver: (
    component: { createIntersectionObserver: (o?: object) => object },
    o?: object,
  ) => component.createIntersectionObserver(o),
  checkIsOpenAccessibility: wxCall('checkIsOpenAccessibility', () => ({ open: false })),
  ...themeEvents,
  onMenuButtonBoundingClientRectWeightChange: () => undefined,
  offMenuButtonBoundingClientRectWeightChange: () => undefined,
  hideKeyboard: wxCall('hideKeyboard', () => (document.activeElement as HTMLElement | null)?.blur()),
};
