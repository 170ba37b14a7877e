import { call } from './cloud';
import { PRIVACY_VERSION } from './members';
import { chooseStudio, currentStudio, noteChange, setElder } from './session';

const one = (entryId: string) => ({ studioId: currentStudio(), entryId });

/** 花名册上的一位 */
export const readPerson = (entryId: string) => call('members.entry', one(entryId));

/** 要打电话时才问整个号码。 */
export const readPersonPhone = (entryId: string) => call('members.entryPhone', one(entryId));

/** 出示二维码：新的一张顶掉旧的。 */
export const issueCode = (entryId: string) => call('members.issueCode', one(entryId));

/** 解锁 */
export const unlockPerson = (entryId: string) => call('members.unlock', one(entryId));

/** 扫码加入，这台手机从此是长辈版，打开就是那个村；somebody else's code changes nothing here. */
export async function scanIn(code: string) {
  const outcome = await call('members.scanIn', { code, consent: PRIVACY_VERSION });
  if (outcome.ok && !outcome.data.already) {
    setElder(true);
    chooseStudio(outcome.data.studioId);
  }
  noteChange();
  return outcome;
}
