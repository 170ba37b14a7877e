/** The two places of the table. */
export type Side = 'left' | 'right';

export const SIDES: readonly Side[] = ['left', 'right'];
export const PHONE_NAMES: Record<Side, string> = { left: '左手机', right: '右手机' };
/** Each phone keeps its storage under a name of its own. */
export const PHONE_IDS: Record<Side, string> = { left: 'phone-1', right: 'phone-2' };

/** How one phone lies there. */
export type Setup = { openid: string; path: string; fontScale: number };

const SUFFIX: Record<Side, string> = { left: '', right: '2' };

/** `?as=&path=&fontScale=` is the left phone, `as2`, `path2`, `fontScale2` the right one. */
export function readSetup(side: Side, holder: string): Setup {
  const query = new URLSearchParams(location.search);
  const given = (name: string): string => query.get(name + SUFFIX[side]) ?? '';
  return { openid: given('as') || holder, path: given('path'), fontScale: Number(given('fontScale')) || 1 };
}

/** So that a reload of the table lays it as it was. */
export function writeSetup(side: Side, { openid, path, fontScale }: Setup): void {
  const query = new URLSearchParams(location.search);
  const set = (name: string, value: string): void =>
    value ? query.set(name + SUFFIX[side], value) : query.delete(name + SUFFIX[side]);
  set('as', openid);
  set('path', path);
  set('fontScale', fontScale === 1 ? '' : String(fontScale));
  history.replaceState(null, '', `?${query.toString()}`);
}
