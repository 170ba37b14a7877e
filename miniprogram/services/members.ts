import type { Home, Studio } from '../../typings/contract';
import type { Outcome } from './cloud';
import { call } from './cloud';
import { currentStudio } from './session';

/** 首页 */
export const readHome = (): Promise<Outcome<Home>> => call('members.home', { studioId: currentStudio() });

let known: Studio | undefined;

/** 工作室的固定信息，读过一次就记住。 */
export async function readStudio(): Promise<Outcome<Studio>> {
  if (known) return { ok: true, data: known };
  const outcome = await call('members.studio', { studioId: currentStudio() });
  if (outcome.ok) known = outcome.data;
  return outcome;
}
