import { call } from './cloud';
import { PRIVACY_VERSION } from './members';
import { noteChange } from './session';

/** 全镇的工作室 */
export const readTown = (townId: string) => call('members.town', { townId });

/** 凭码当督查，管这个工作室所在的镇 */
export async function superviseTown(name: string, code: string, studioId: string) {
  const outcome = await call('members.supervise', { studioId, name, code, consent: PRIVACY_VERSION });
  if (outcome.ok) noteChange();
  return outcome;
}

/** 请一位同事：一个码 */
export const inviteSupervisor = (townId: string) => call('members.invite', { townId });

/** 不再当督查 */
export async function dismissSupervisor(townId: string, memberId: string) {
  const outcome = await call('members.dismiss', { townId, memberId });
  noteChange();
  const gone = !outcome.ok && outcome.code === 'not_found';
  return gone ? { ok: true as const, data: { dismissed: true } } : outcome;
}
