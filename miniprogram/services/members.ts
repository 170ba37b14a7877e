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
const PRIVACY_VERSION = 1;

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
