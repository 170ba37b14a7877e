import { unlock } from '../../typings/contract/scan';
import { entryById } from '../platform/store/roster-entries';
import { unlockCode } from '../platform/store/scan-codes';
import { done, refuse, useCase } from '../platform/use-case';

/** 解锁：可以重新出示二维码了。 */
export default useCase({
  action: 'members.unlock',
  schema: unlock,
  admission: 'write',
  audit: ({ entryId }) => ({ record: entryId, fields: ['code'] }),
  async run({ studioId, entryId }) {
    const known = (await unlockCode(studioId, entryId)) ?? (await entryById(studioId, entryId));
    return known ? done({ unlocked: true }) : refuse('not_found');
  },
});
