import { entry } from '../../typings/contract/roster';
import { entryById } from '../platform/store/roster-entries';
import { knownPerson } from '../platform/store/roster-secrets';
import { done, refuse, useCase } from '../platform/use-case';

/** 花名册上一位的全部。 */
export default useCase({
  action: 'roster.entry',
  schema: entry,
  admission: 'read',
  async run({ studioId, entryId }) {
    const found = await entryById(studioId, entryId);
    if (!found) return refuse('not_found');
    const { gridId, memberId, rev } = found;
    return done({ ...knownPerson(found), gridId, tied: memberId !== null, rev });
  },
});
