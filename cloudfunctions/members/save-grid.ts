import type { Request } from '../../typings/contract';
import { save } from '../../typings/contract/grids';
import { nextGridNumber, sameGrid } from '../domain/grids';
import { verdictOn } from '../platform/content-security';
import { addGrid, changeGrid } from '../platform/store/grids';
import { memberNamed } from '../platform/store/memberships';
import { studioById } from '../platform/store/studios';
import { done, refuse, useCase } from '../platform/use-case';

/** How often two clerks who add at once come in each other's way. */
const ROUNDS = 5;

/** 加一个网格，或者改一个：别人刚改过的不会被盖掉。Repeating it changes nothing. */
export default useCase({
  action: 'members.saveGrid',
  schema: save,
  admission: 'write',
  audit: ({ gridId }) => ({ record: gridId ?? 'grid', fields: ['name', 'lanes', 'households', 'leader'] }),
  async run({ studioId, gridId, rev, grid }, { member, now }) {
    if ((await verdictOn([grid.name, grid.lanes], member.openid)) !== 'pass') return refuse('unsafe_text');
    const leader = grid.leader === '' ? null : await memberNamed(studioId, grid.leader);
    if (grid.leader !== '' && !leader) return refuse('no_such_person');
    const wanted = { ...grid, leader: leader?._id ?? null };
    return gridId === null ? add(studioId, wanted, now) : change(studioId, { ...wanted, gridId, rev }, now);
  },
});

type Wanted = Omit<Request<'members.saveGrid'>['grid'], 'leader'> & { leader: string | null };

async function add(studioId: string, wanted: Wanted, now: number) {
  for (let round = 0; round < ROUNDS; round++) {
    const studio = await studioById.fresh(studioId, now);
    if (!studio) return refuse('not_found');
    const there = sameGrid(studio.grids, null, wanted);
    if (there) return done({ gridId: there.gridId });
    if (studio.grids.some(({ name }) => name === wanted.name)) return refuse('grid_name_taken');
    const number = nextGridNumber(studio);
    const gridId = `g${number}`;
    if (await addGrid(studio, { ...wanted, gridId, rev: 0 }, number + 1)) return done({ gridId });
  }
  return refuse('unavailable');
}

async function change(studioId: string, wanted: Wanted & { gridId: string; rev: number }, now: number) {
  const { gridId } = wanted;
  const studio = await studioById.fresh(studioId, now);
  if (!studio?.grids.some((grid) => grid.gridId === gridId)) return refuse('not_found');
  if (sameGrid(studio.grids, gridId, wanted)) return done({ gridId });
  const namesake = studio.grids.some((grid) => grid.name === wanted.name && grid.gridId !== gridId);
  if (namesake) return refuse('grid_name_taken');
  return (await changeGrid(studioId, wanted)) ? done({ gridId }) : refuse('grid_changed');
}
