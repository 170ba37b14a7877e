import { exportSheet } from '../../typings/contract/roster';
import { addressOf, cloudIdOf, putFile } from '../platform/files';
import { newFileId } from '../platform/ids';
import { noteFile } from '../platform/store/roster-files';
import { rosterAsWritten } from '../platform/store/roster-journal';
import { knownPerson } from '../platform/store/roster-secrets';
import { studioById } from '../platform/store/studios';
import { done, refuse, useCase } from '../platform/use-case';
import { writeSheet } from './sheet/write';

const KEPT_FOR = 3_600_000;
const OPENS_FOR = 600;

/** 导出花名册：谁导出的记在案，文件一小时后清掉。 */
export default useCase({
  action: 'roster.export',
  schema: exportSheet,
  admission: 'write',
  audit: () => ({
    record: 'roster',
    fields: ['name', 'gridId', 'phone', 'address', 'enlisted', 'discharged'],
  }),
  async run({ studioId }, { member, now }) {
    const studio = await studioById.known(studioId, now);
    const nameOf = new Map(studio?.grids.map(({ gridId, name }) => [gridId, name]));
    const entries = (await rosterAsWritten(studioId)).sort(byInitials);
    const people = entries.map((entry) => ({
      ...knownPerson(entry),
      gridName: nameOf.get(entry.gridId) ?? '',
    }));
    const _id = newFileId();
    const path = `roster/${_id}.xlsx`;
    const cloudId = await cloudIdOf(path);
    const file = { _id, v: 1, studioId, memberId: member._id, kind: 'export', finished: null } as const;
    await noteFile({ ...file, cloudId, until: now + KEPT_FOR });
    await putFile(path, writeSheet(people));
    const url = await addressOf(cloudId, OPENS_FOR);
    return url === null ? refuse('unavailable') : done({ url, count: people.length });
  },
});

const byInitials = (a: { initials: string; _id: string }, b: { initials: string; _id: string }) =>
  compare(a.initials, b.initials) || compare(a._id, b._id);
const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));
