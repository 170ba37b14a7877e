/** What the compiler hands to the phone in the browser. */

export type TabBarItem = { pagePath: string; text: string; iconPath?: string; selectedIconPath?: string };

export type TabBar = {
  color?: string;
  selectedColor?: string;
  backgroundColor?: string;
  borderStyle?: 'black' | 'white';
  list: TabBarItem[];
};

export type WindowConfig = {
  navigationBarTitleText?: string;
  navigationBarBackgroundColor?: string;
  navigationBarTextStyle?: 'black' | 'white';
  navigationStyle?: 'default' | 'custom';
  backgroundColor?: string;
  backgroundTextStyle?: 'dark' | 'light';
  enablePullDownRefresh?: boolean;
  onReachBottomDistance?: number;
  disableScroll?: boolean;
};

export type ComponentConfig = WindowConfig & {
  component?: boolean;
  usingComponents?: Record<string, string>;
  componentGenerics?: Record<string, true | { default?: string }>;
  componentPlaceholder?: Record<string, string>;
  styleIsolation?: string;
  addGlobalClass?: boolean;
  pureDataPattern?: string;
};

export type CompiledComponent = {
  /** `pages/home/index`, without extension or leading slash. */
  path: string;
  /** `usingComponents` holds `/absolute/path`s. */
  config: ComponentConfig;
  /** Prefix of its class names when its style is isolated. */
  styleScope: string | null;
};

export type CompiledApp = {
  pages: string[];
  window: WindowConfig;
  tabBar: TabBar | null;
  /** `__usePrivacyCheck__` of app.json: private calls wait for the person's consent. */
  usePrivacyCheck: boolean;
  /** The app follows the phone's theme. */
  darkmode: boolean;
  /** The mini-program's folder as the scripts' source map names it, with a slash at its end. */
  sourceRoot: string;
  components: CompiledComponent[];
  /** Style sheet by component path; `app` is the app's own. */
  styles: Record<string, string>;
};

/** Names that the app's scripts see as globals, in the order in which they are passed. */
export const SCRIPT_GLOBALS = [
  'wx',
  'App',
  'Page',
  'Component',
  'Behavior',
  'getApp',
  'getCurrentPages',
  'Date',
  'console',
] as const;

/** A mini-program's script runs without a browser's page: these names must not exist for it. */
export const HIDDEN_GLOBALS = [
  'window',
  'document',
  'location',
  'navigator',
  'localStorage',
  'sessionStorage',
  'fetch',
  'XMLHttpRequest',
  'alert',
  'self',
  'parent',
  'top',
  'frames',
] as const;

/** Names that WXS code sees, in the order in which they are passed. */
export const WXS_GLOBALS = ['getRegExp', 'getDate', 'wxsConstructor'] as const;
