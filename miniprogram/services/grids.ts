import type { Request } from '../../typings/contract';
import { call } from './cloud';
import { currentStudio, noteChange } from './session';

/** 网格，一个一行 */
export const readGrids = () => call('members.grids', { studioId: currentStudio() });

/** 加一个，或者改一个 */
export async function saveGrid(grid: Omit<Request<'members.saveGrid'>, 'studioId'>) {
  const outcome = await call('members.saveGrid', { studioId: currentStudio(), ...grid });
  noteChange();
  return outcome;
}

/** 撤掉一个 */
export async function dropGrid(gridId: string, rev: number) {
  const outcome = await call('members.dropGrid', { studioId: currentStudio(), gridId, rev });
  noteChange();
  return outcome;
}
