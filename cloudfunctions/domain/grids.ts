import type { Grid, StudioDocument } from '../../typings/documents/studio';

/** 下一个网格的号：only ever higher, also after the highest one is gone. */
export function nextGridNumber({ grids, nextGrid }: Pick<StudioDocument, 'grids' | 'nextGrid'>): number {
  return Math.max(nextGrid ?? 1, ...grids.map(({ gridId }) => Number(gridId.slice(1)) + 1));
}

type Content = Pick<Grid, 'name' | 'lanes' | 'households' | 'leader'>;

/** The grid that a save wanted and that stands there already: its answer got lost. */
export function sameGrid(grids: Grid[], gridId: string | null, wanted: Content): Grid | undefined {
  return grids.find(
    (grid) =>
      (gridId === null || grid.gridId === gridId) &&
      grid.name === wanted.name &&
      grid.lanes === wanted.lanes &&
      grid.households === wanted.households &&
      grid.leader === wanted.leader,
  );
}
