import { config } from '../config';

const ELDER = 'elder';

/** 当前的工作室 */
export const currentStudio = () => config.studioId;

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
