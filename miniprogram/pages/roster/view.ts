import type { EntryLine, Standing, Studio } from '../../../typings/contract';
import { roster as words } from '../../texts/words/roster';

/** 花名册的一行 */
export const entryRow = ({ entryId, name, gridId, tied }: EntryLine, grids: Studio['grids']) => {
  const grid = grids.find((one) => one.gridId === gridId)?.name ?? words.noGrid;
  return { entryId, name, who: `${grid} · ${tied ? words.tied : words.notTied}` };
};
export type EntryRow = ReturnType<typeof entryRow>;

/** 代报名以后，他的位置 */
export const pickedText = (name: string, { state, ahead, postTitle }: Standing) =>
  state === 'placed' ? words.placed(name, postTitle) : words.waiting(name, ahead + 1);
