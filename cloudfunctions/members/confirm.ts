import { confirm } from '../../typings/contract/members';
import type { RosterEntryDocument } from '../../typings/documents/roster-entry';
import { carryOver } from '../platform/carry-over';
import { settleAsking } from '../platform/store/memberships';
import { answerAsking, entryById, tieAsked, untieEntries } from '../platform/store/roster-entries';
import { done, refuse, useCase } from '../platform/use-case';

/** 认人：是他就成为已核实的老兵，不是他就还是志愿者。A crash between the writes is completed by repeating. */
export default useCase({
  action: 'members.confirm',
  schema: confirm,
  admission: 'write',
  audit: ({ entryId, same }) => ({ record: entryId, fields: same ? ['memberId', 'veteran'] : ['asking'] }),
  async run({ studioId, entryId, memberId, same }, { now }) {
    const tied = same ? await tieAsked(studioId, entryId, memberId) : null;
    const entry = tied ?? (await entryById(studioId, entryId));
    if (same && entry?.memberId === memberId && !asks(entry, memberId)) {
      await carryOver(entry, now);
      return done({ veteran: true });
    }
    if (!entry || !asks(entry, memberId)) return refuse('not_found');
    if (same && !tied) return refuse('taken');
    if (!(await settleAsking(memberId, studioId, same || undefined))) {
      await untieEntries(studioId, memberId);
      return refuse('not_found');
    }
    await answerAsking(studioId, entryId, memberId);
    if (same) await carryOver(entry, now);
    return done({ veteran: same });
  },
});

const asks = ({ asking }: RosterEntryDocument, memberId: string) =>
  asking.some((person) => person.memberId === memberId);
