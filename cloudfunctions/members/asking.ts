import { asking } from '../../typings/contract/members';
import { entriesAsked } from '../platform/store/roster-entries';
import { studioById } from '../platform/store/studios';
import { done, useCase } from '../platform/use-case';

const MOST = 50;

/** 等工作人员认的人：像花名册上的谁，凭什么像。 */
export default useCase({
  action: 'members.asking',
  schema: asking,
  admission: 'read',
  async run({ studioId }, { now }) {
    const studio = await studioById.known(studioId, now);
    const entries = await entriesAsked(studioId, MOST);
    const firstAsked = (at: { asking: { at: number }[] }) =>
      Math.min(...at.asking.map((person) => person.at));
    return done({
      entries: entries
        .sort((a, b) => firstAsked(a) - firstAsked(b))
        .map((entry) => ({
          entryId: entry._id,
          name: entry.name,
          gridName: studio?.grids.find((grid) => grid.gridId === entry.gridId)?.name ?? '',
          taken: entry.memberId !== null,
          people: entry.asking,
        })),
    });
  },
});
