import type { Home, Studio } from '../../typings/contract';
import type { Outcome } from './cloud';
import { call } from './cloud';
import { withStanding } from './patrols';
import { currentStudio } from './session';

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
