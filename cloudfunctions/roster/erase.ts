import { erase } from '../../typings/contract/roster';
import { standInOpenid } from '../domain/stand-in';
import { eraseTraces } from '../platform/erase-traces';
import { noteErasure } from '../platform/store/erasures';
import { removeMember, settleAsking } from '../platform/store/memberships';
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
    await noteErasure(entryId, 'entry', now);
    if (entry.standIn !== null) await eraseStandIn(entry.standIn, now);
    await besidesImports(studioId, () => removeEntries(studioId, [entryId]));
    return done({ erased: true });
  },
});

/** Somebody whom others signed up: what names them outside of the roster. */
async function eraseStandIn(standIn: string, now: number): Promise<void> {
  await noteErasure(standIn, 'member', now);
  await eraseTraces([standIn], now);
  await removeMember(standInOpenid(standIn));
}
