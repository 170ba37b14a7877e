import { entryPhone } from '../../typings/contract/scan';
import { phoneOfEntry } from '../platform/store/roster-secrets';
import { entryById } from '../platform/store/roster-entries';
import { done, refuse, useCase } from '../platform/use-case';

/** 花名册上的一位的电话，要打了才看。 */
export default useCase({
  action: 'members.entryPhone',
  schema: entryPhone,
  admission: 'read',
  audit: ({ entryId }) => ({ record: entryId, fields: ['phone'] }),
  async run({ studioId, entryId }) {
    const entry = await entryById(studioId, entryId);
    const phone = entry && phoneOfEntry(entry);
    return phone ? done({ phone }) : refuse('not_found');
  },
});
