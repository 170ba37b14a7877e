import type { EntryLine, Studio } from '../../../typings/contract';
import { roster as words } from '../../texts/words/roster';

/** 花名册的一行 */
export const entryRow = ({ entryId, name, gridId, tied }: EntryLine, grids: Studio['grids']) => {
  const grid = grids.find((one) => one.gridId === gridId)?.name ?? words.noGrid;
  return { entryId, name, who: `${grid} · ${tied ? words.tied : words.notTied}` };
};
export type EntryRow = ReturnType<typeof entryRow>;
