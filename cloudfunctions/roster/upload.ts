import { upload } from '../../typings/contract/roster';
import { cloudIdOf } from '../platform/files';
import { newFileId } from '../platform/ids';
import { noteFile } from '../platform/store/roster-files';
import { done, useCase } from '../platform/use-case';

const KEPT_FOR = 24 * 3_600_000;

/** 说好表放在哪里：先记下来，忘了导入的也会被清掉。 */
export default useCase({
  action: 'roster.upload',
  schema: upload,
  admission: 'write',
  async run({ studioId }, { member, now }) {
    const _id = newFileId();
    const path = `roster/${_id}.xlsx`;
    const file = { _id, v: 1, studioId, memberId: member._id, kind: 'import', finished: null } as const;
    await noteFile({ ...file, cloudId: await cloudIdOf(path), until: now + KEPT_FOR });
    return done({ path });
  },
});
