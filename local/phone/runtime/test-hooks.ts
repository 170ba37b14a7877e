import type { PageStack } from './pages/page-stack';
import { counts, type Counts } from './engine/counters';
import { errorMessages } from './error-log';
import { setOnline } from './network';
import { memberNames } from './wx/wx';

/** What tests and the table around the phone may ask of it: `window.__phone`. */
export type PhoneHooks = {
  /** The shown page with its query. */
  path: () => string;
  stack: () => string[];
  /** The shown page's data. */
  data: () => Record<string, unknown>;
  errors: () => string[];
  setOnline: (online: boolean) => void;
  /** Opens a page the way a service message or a shared card does. */
  open: (path: string) => void;
  pullDown: () => void;
  /** The most `setData` a second, the largest one in bytes, the most nodes of a page since the start. */
  counts: () => Counts;
  /** Everything that this phone's `wx` has: `showToast`, `cloud.callFunction`, … */
  members: () => string[];
};

export function createHooks(stack: PageStack): PhoneHooks {
  return {
    path: () => stack.paths().at(-1) ?? '',
    stack: () => stack.paths(),
    data: () => structuredClone(stack.top()?.instance.data ?? {}),
    errors: errorMessages,
    setOnline,
    open: (path) => void stack.reLaunch(`/${path.replace(/^\//, '')}`),
    pullDown: () => stack.top()?.startPullDown(),
    counts: () => {
      stack.top()?.countNodes();
      return counts();
    },
    members: memberNames,
  };
}
