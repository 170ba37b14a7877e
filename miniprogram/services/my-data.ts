import type { Request } from '../../typings/contract';
import { call } from './cloud';
import { clearPhone, currentStudio, noteChange } from './session';

/** 存着我的全部资料；号码点了才给全。 */
export const readMyData = (phones: Request<'members.myData'>['phones']) =>
  call('members.myData', { studioId: currentStudio(), phones });

/** 改名字、改电话 */
export async function correctMe(person: Pick<Request<'members.correct'>, 'name' | 'phone'>) {
  const outcome = await call('members.correct', { studioId: currentStudio(), ...person });
  noteChange();
  return outcome;
}

/** 撤回同意 */
export async function withdrawConsent() {
  const outcome = await call('members.withdraw', { studioId: currentStudio() });
  noteChange();
  return outcome;
}

/** 注销；手机上存的也一起清掉。 */
export async function forgetMe() {
  const outcome = await call('members.forget', { studioId: currentStudio() });
  noteChange();
  if (outcome.ok) clearPhone();
  return outcome;
}
