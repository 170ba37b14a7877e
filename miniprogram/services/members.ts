import type { Home, Request, Studio } from '../../typings/contract';
import type { Outcome } from './cloud';
import { call } from './cloud';
import { withStanding } from './patrols';
import { currentStudio, noteChange } from './session';

/** 首页 */
export async function readHome(): Promise<Outcome<Home>> {
  const home = await call('members.home', { studioId: currentStudio() });
  if (!home.ok || !home.data.next) return home;
  return { ok: true, data: { ...home.data, next: await withStanding(home.data.next) } };
}

let known: Studio | undefined;

/** 工作室的固定信息，读过一次就记住。 */
export async function readStudio(): Promise<Outcome<Studio>> {
  if (known) return { ok: true, data: known };
  const outcome = await call('members.studio', { studioId: currentStudio() });
  if (outcome.ok) known = outcome.data;
  return outcome;
}

/** 隐私说明的版本：改了说明，就加一。 */
export const PRIVACY_VERSION = 2;

/** 加入工作室。 */
export async function joinStudio(person: Pick<Request<'members.join'>, 'name' | 'phone'>) {
  const outcome = await call('members.join', {
    studioId: currentStudio(),
    ...person,
    consent: PRIVACY_VERSION,
  });
  if (outcome.ok) noteChange();
  return outcome;
}

/** 我的资料 */
export const readMe = () => call('members.me', { studioId: currentStudio() });

/** 退出工作室 */
export async function quitStudio() {
  const outcome = await call('members.quit', { studioId: currentStudio() });
  noteChange();
  const gone = !outcome.ok && outcome.code === 'not_member';
  return gone ? { ok: true as const, data: { left: true } } : outcome;
}

/** 等着认的人 */
export const readAsking = () => call('members.asking', { studioId: currentStudio() });

/** 认，或者不是他 */
export const confirmVeteran = (entryId: string, memberId: string, same: boolean) =>
  call('members.confirm', { studioId: currentStudio(), entryId, memberId, same });

/** 工作室的人，一页一页 */
export const readPeople = (after: string | null) =>
  call('members.people', { studioId: currentStudio(), after });

/** 换角色 */
export const grantRole = (memberId: string, role: Request<'members.grant'>['role']) =>
  call('members.grant', { studioId: currentStudio(), memberId, role });
