import { erase } from '../../typings/contract/roster';
import { settleAsking } from '../platform/store/memberships';
import { removeEntries } from '../platform/store/roster-book';
import { entryById } from '../platform/store/roster-entries';
import { noteErased } from '../platform/store/roster-erased';
import { besidesImports, settleJournal } from '../platform/store/roster-journal';
import { knownPerson } from '../platform/store/roster-secrets';
import { done, refuse, useCase } from '../platform/use-case';

/** 本人要求删除：先记下认得出他的钥匙，再删，以后导入就不会再有他。Repeating it completes it. */
export default useCase({
  action: 'roster.erase',
  schema: erase,
  admission: 'write',
  audit: ({ entryId }) => ({
    record: entryId,
    fields: ['name', 'gridId', 'phone', 'address', 'enlisted', 'discharged'],
  }),
  async run({ studioId, entryId }, { now }) {
    await settleJournal(studioId);
    const entry = await entryById(studioId, entryId);
    if (!entry) return refuse('not_found');
    await noteErased(studioId, knownPerson(entry), now);
    for (const { memberId } of entry.asking) await settleAsking(memberId, studioId);
    await besidesImports(studioId, () => removeEntries(studioId, [entryId]));
    return done({ erased: true });
  },
});
