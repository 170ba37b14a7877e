import { drop } from '../../typings/contract/grids';
import { dayStart } from '../domain/calendar';
import { hasPeople, hasShifts, removeGrid } from '../platform/store/grids';
import { studioById } from '../platform/store/studios';
import { done, refuse, useCase } from '../platform/use-case';

/** 撤掉一个网格：花名册上没有人、班次都过了才行；它的号不再用。 */
export default useCase({
  action: 'members.dropGrid',
  schema: drop,
  admission: 'write',
  audit: ({ gridId }) => ({ record: gridId, fields: ['grids'] }),
  async run({ studioId, gridId, rev }, { now }) {
    if (await hasPeople(studioId, gridId)) return refuse('grid_in_roster');
    if (await hasShifts(studioId, gridId, dayStart(now, -1), now)) return refuse('grid_in_shifts');
    if (await removeGrid(studioId, { gridId, rev })) return done({ dropped: true });
    const studio = await studioById.fresh(studioId, now);
    const there = studio?.grids.some((grid) => grid.gridId === gridId);
    return refuse(there ? 'grid_changed' : 'not_found');
  },
});
