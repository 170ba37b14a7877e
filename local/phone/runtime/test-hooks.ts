import { appEvents, enterApp } from './app-lifecycle';
import { followClock } from './clock';
import { counts, type Counts } from './engine/counters';
import { errorMessages } from './error-log';
import { setNetwork, setOnline, type NetworkKind } from './network';
import { parseQuery, type PageStack } from './pages/page-stack';
import type { Theme } from './settings';
import { setTheme } from './theme';
import { memberNames } from './wx/wx';

/** What tests and the table around the phone may ask of it: `window.__phone`. */
export type PhoneHooks = {
  /** What the mini-program is called. */
  appName: () => string;
  /** The shown page with its query. */
  path: () => string;
  stack: () => string[];
  /** The shown page's data. */
  data: () => Record<string, unknown>;
  errors: () => string[];
  setOnline: (online: boolean) => void;
  setNetwork: (kind: NetworkKind) => void;
  setTheme: (theme: Theme) => void;
  /** Whether the app follows the phone's theme at all. */
  followsTheme: () => boolean;
  /** The clock has been moved: look at it now. */
  followClock: () => Promise<void>;
  /** Opens a page the way a service message or a shared card does; the scene says by what, 1001 by hand. */
  open: (path: string, scene?: number) => void;
  /** By what it was opened the last time. */
  enterScene: () => number;
  pullDown: () => void;
  /** The most `setData` a second, the largest one in bytes, the most nodes of a page since the start. */
  counts: () => Counts;
  /** Everything that this phone's `wx` has: `showToast`, `cloud.callFunction`, … */
  members: () => string[];
};

export function createHooks(stack: PageStack): PhoneHooks {
  return {
    appName: () => window.__phoneApp.window.navigationBarTitleText ?? '小程序',
    path: () => stack.paths().at(-1) ?? '',
    stack: () => stack.paths(),
    data: () => structuredClone(stack.top()?.instance.data ?? {}),
    errors: errorMessages,
    setOnline,
    setNetwork,
    setTheme,
    followsTheme: () => window.__phoneApp.darkmode,
    followClock,
    open: (path, scene = 1001) => {
      const [page = '', query = ''] = path.replace(/^\//, '').split('?');
      enterApp({ path: page, query: parseQuery(query), scene, referrerInfo: {} });
      stack.reLaunch(`/${path.replace(/^\//, '')}`);
    },
    enterScene: () => appEvents.getEnterOptionsSync().scene,
    pullDown: () => stack.top()?.startPullDown(),
    counts: () => {
      stack.top()?.countNodes();
      return counts();
    },
    members: memberNames,
  };
}
