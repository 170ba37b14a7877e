import { config } from '../config';

const ELDER = 'elder';
const STUDIO = 'studio';
/** What the id of a studio looks like; a link or an old storage may hold anything. */
const STUDIO_ID = /^[a-z][a-z0-9-]{1,31}$/;

/** 一张卡片、一条消息带来的工作室；不像编号的不算。 */
export function studioFrom(text: unknown): string | null {
  return typeof text === 'string' && STUDIO_ID.test(text) ? text : null;
}

/** 当前的工作室：本人选的；没有选过，就是这个小程序自己的村。 */
export const currentStudio = (): string => studioFrom(wx.getStorageSync<unknown>(STUDIO)) ?? config.studioId;

/** 换到这个工作室；读过的都要重读。 */
export function chooseStudio(studioId: string): void {
  wx.setStorageSync(STUDIO, studioId);
  noteChange();
}

/** 不再在那里：回到小程序自己的村。 */
export function forgetStudio(): void {
  wx.removeStorageSync(STUDIO);
  noteChange();
}

/** 长辈版：大字、大按钮 */
export const isElder = () => wx.getStorageSync<unknown>(ELDER) === true;

export function setElder(elder: boolean): void {
  wx.setStorageSync(ELDER, elder);
}

/** 手机上存的都清掉，只留字的大小。 */
export function clearPhone(): void {
  const elder = isElder();
  wx.clearStorageSync();
  setElder(elder);
}

let changes = 0;

/** How often this phone has changed something; a list read before that is stale. */
export const changesSoFar = () => changes;

export function noteChange(): void {
  changes += 1;
}
