import { PhoneDate } from '../clock';

/** What WXS has instead of JavaScript's own; in the order of WXS_GLOBALS. */
export const wxsGlobals: unknown[] = [
  (pattern: string, flags?: string) => new RegExp(pattern, flags),
  (...args: []) => new PhoneDate(...args),
  wxsConstructor,
];

/** In WXS `value.constructor` is the name of the type. */
function wxsConstructor(value: unknown): unknown {
  if (value === null || value === undefined) throw new TypeError(`constructor of ${String(value)}`);
  return Object.prototype.toString.call(value).slice('[object '.length, -1);
}
