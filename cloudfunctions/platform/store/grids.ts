import type { MemberDocument } from '../../../typings/documents/member';
import type { Grid, StudioDocument } from '../../../typings/documents/studio';
import { _, collection } from './database';
import { filtered, guardedUpdate } from './guarded';
import { rowsOf } from './rows';

/** As many as a village can have. */
const MOST_GRIDS = 60;

/** 网格，连同网格长的名字。 */
export async function gridsOf(studioId: string): Promise<(Omit<Grid, 'leader'> & { leader: string })[]> {
  const [found] = await rowsOf<StudioDocument & { leaders: MemberDocument[] }>(
    collection('studios')
      .aggregate()
      .match({ _id: studioId })
      .lookup({ from: 'members', localField: 'grids.leader', foreignField: '_id', as: 'leaders' })
      .project({ grids: 1, 'leaders._id': 1, 'leaders.name': 1, 'leaders.studios.studioId': 1 }),
  );
  const names = new Map(
    (found?.leaders ?? [])
      .filter(({ studios }) => studios.some((studio) => studio.studioId === studioId))
      .map(({ _id, name }) => [_id, name]),
  );
  return (found?.grids ?? []).map((grid) => ({ ...grid, leader: names.get(grid.leader ?? '') ?? '' }));
}

/** Adds a grid under the number that nobody has taken since; null: somebody has, or there are too many. */
export function addGrid(studio: StudioDocument, grid: Grid, next: number): Promise<StudioDocument | null> {
  return guardedUpdate<StudioDocument>(
    'studios',
    {
      _id: studio._id,
      nextGrid: studio.nextGrid ?? null,
      'grids.name': _.neq(grid.name),
      [`grids.${MOST_GRIDS - 1}`]: _.exists(false),
    },
    { grids: _.push([grid]), nextGrid: next },
  );
}

const asSeen = (studioId: string, { gridId, rev }: Pick<Grid, 'gridId' | 'rev'>) => ({
  _id: studioId,
  grids: _.elemMatch({ gridId, rev }),
});

/** Changes a grid that is as it was seen; null: it is not. */
export function changeGrid(studioId: string, grid: Grid): Promise<StudioDocument | null> {
  return guardedUpdate<StudioDocument>('studios', asSeen(studioId, grid), {
    'grids.$': _.set({ ...grid, rev: grid.rev + 1 }),
  });
}

export function removeGrid(
  studioId: string,
  grid: Pick<Grid, 'gridId' | 'rev'>,
): Promise<StudioDocument | null> {
  return guardedUpdate<StudioDocument>('studios', asSeen(studioId, grid), {
    grids: _.pull({ gridId: grid.gridId }),
  });
}

export async function hasPeople(studioId: string, gridId: string): Promise<boolean> {
  const { data } = await filtered('rosterEntries', { studioId, gridId }).field({ _id: true }).limit(1).get();
  return data.length > 0;
}

/** Shifts that are not over; none lasts longer than from `since` on. */
export async function hasShifts(
  studioId: string,
  gridId: string,
  since: number,
  now: number,
): Promise<boolean> {
  const { data } = await filtered('events', {
    studioId,
    kind: 'shift',
    startsAt: _.gte(since),
    endsAt: _.gt(now),
    state: 'open',
    'grid.gridId': gridId,
  })
    .field({ _id: true })
    .limit(1)
    .get();
  return data.length > 0;
}
