import type { Home, Request, Studio } from '../../typings/contract';
import type { Outcome } from './cloud';
import { call } from './cloud';
import { inMyStudio } from './my-studio';
import { withStanding } from './patrols';
import { chooseStudio, currentStudio, forgetStudio, noteChange } from './session';

/** 首页 */
export async function readHome(): Promise<Outcome<Home>> {
  const home = await inMyStudio(
    (studioId) => call('members.home', { studioId }),
    ({ me, studios }) => ({ role: me.role, studios }),
  );
  if (!home.ok || !home.data.next) return home;
  return { ok: true, data: { ...home.data, next: await withStanding(home.data.next) } };
}

const known = new Map<string, Studio>();

/** 工作室的固定信息，读过一次就记住。 */
export async function readStudio(studioId = currentStudio()): Promise<Outcome<Studio>> {
  const kept = known.get(studioId);
  if (kept) return { ok: true, data: kept };
  const outcome = await call('members.studio', { studioId });
  if (outcome.ok) known.set(studioId, outcome.data);
  return outcome;
}

/** 不管读没读过：colleagues on other phones change the grids. */
export function readStudioAnew(): Promise<Outcome<Studio>> {
  known.delete(currentStudio());
  return readStudio();
}

/** 隐私说明的版本：改了说明，就加一。 */
export const PRIVACY_VERSION = 2;

/** 加入工作室；是本人唯一的一个，就把它当作自己的。 */
export async function joinStudio(
  person: Pick<Request<'members.join'>, 'name' | 'phone'>,
  studioId = currentStudio(),
) {
  const outcome = await call('members.join', { studioId, ...person, consent: PRIVACY_VERSION });
  if (outcome.ok && outcome.data.only) chooseStudio(studioId);
  else if (outcome.ok) noteChange();
  return outcome;
}

/** 我的资料 */
export const readMe = () =>
  inMyStudio(
    (studioId) => call('members.me', { studioId }),
    (me) => me,
  );

/** 我在这个工作室里是什么；别处的不管。 */
export const readMeIn = (studioId: string) => call('members.me', { studioId });

/** 退出工作室 */
export async function quitStudio() {
  const outcome = await call('members.quit', { studioId: currentStudio() });
  const gone = !outcome.ok && outcome.code === 'not_member';
  if (outcome.ok || gone) forgetStudio();
  else noteChange();
  return gone ? { ok: true as const, data: { left: true } } : outcome;
}

/** 等着认的人 */
export const readAsking = () => call('members.asking', { studioId: currentStudio() });

/** 认，或者不是他 */
export const confirmVeteran = (entryId: string, memberId: string, same: boolean) =>
  call('members.confirm', { studioId: currentStudio(), entryId, memberId, same });

/** 工作室的人，一页一页 */
export const readPeople = (after: string | null) =>
  call('members.people', { studioId: currentStudio(), after, named: null });

/** 名字这样开头的人 */
export const findPeople = (named: string) =>
  call('members.people', { studioId: currentStudio(), after: null, named });

/** 启用工作室：第一位工作人员 */
export async function setUpStudio(code: string, studioId: string) {
  const outcome = await call('members.setUp', { studioId, code });
  if (outcome.ok) chooseStudio(studioId);
  return outcome;
}

/** 换角色 */
export const grantRole = (memberId: string, role: Request<'members.grant'>['role']) =>
  call('members.grant', { studioId: currentStudio(), memberId, role });
