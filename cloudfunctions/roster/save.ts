import type { Request } from '../../typings/contract';
import { save } from '../../typings/contract/roster';
import type { RosterEntryDocument } from '../../typings/documents/roster-entry';
import { type KnownPerson, sameFields } from '../domain/roster-sheet/differences';
import { clashing } from '../domain/roster-sheet/namesakes';
import { crossed } from '../domain/roster-sheet/typed-month';
import { verdictOn } from '../platform/content-security';
import { entryIdOf } from '../platform/ids';
import { lookUpKey } from '../platform/secrets';
import { changeEntry, insertEntry } from '../platform/store/roster-book';
import { candidatesFor, entryById } from '../platform/store/roster-entries';
import { knownPerson, sealedContact } from '../platform/store/roster-secrets';
import { studioById } from '../platform/store/studios';
import { done, refuse, useCase } from '../platform/use-case';
import { newEntry } from './new-entry';
import { initialsOf } from './initials';

type Typed = Request<'roster.save'>;

/** 添一位，或者改一位：同一个电话、分不开的同名人，都先问清楚。Repeating it changes nothing more. */
export default useCase({
  action: 'roster.save',
  schema: save,
  admission: 'write',
  audit: ({ entryId }) => ({
    record: entryId ?? 'roster',
    fields: ['name', 'gridId', 'phone', 'address', 'enlisted', 'discharged'],
  }),
  async run(request, { member, now }) {
    const { studioId, requestId, gridId, enlisted, discharged } = request;
    if (crossed(enlisted, discharged)) return refuse('bad_request');
    const studio = await studioById.known(studioId, now);
    if (gridId !== null && !studio?.grids.some((grid) => grid.gridId === gridId)) return refuse('not_found');

    const entryId = request.entryId ?? entryIdOf(studioId, requestId);
    const seen = request.entryId === null ? null : await entryById(studioId, entryId);
    if (request.entryId !== null && !seen) return refuse('not_found');
    const typed: KnownPerson = { ...request, entryId };
    if (seen && seen.rev !== request.rev) return isDone(seen, typed) ? done({ entryId }) : refuse('edited');

    if (seen?.name !== request.name && (await verdictOn([request.name], member.openid)) === 'risky')
      return refuse('unsafe_text');
    const others = await candidatesFor(studioId, request.name, phoneKeyOf(request));
    const own = others.find(({ _id }) => _id === entryId);
    if (!seen && own) return isDone(own, typed) ? done({ entryId }) : refuse('on_roster');
    if (others.some((other) => other._id !== entryId && clashing(typed, knownPerson(other), seen?.name)))
      return refuse('on_roster');
    return (await written(typed, seen, request)) ? done({ entryId }) : refuse('edited');
  },
});

const phoneKeyOf = ({ phone }: Typed) => phone && lookUpKey('phone', phone);

/** The answer to an earlier call got lost: it stands there already. */
const isDone = (entry: RosterEntryDocument, typed: KnownPerson) => sameFields(knownPerson(entry), typed);

async function written(typed: KnownPerson, seen: RosterEntryDocument | null, { studioId }: Typed) {
  const { entryId, name, gridId, enlisted, discharged } = typed;
  const initials = initialsOf(name);
  if (!seen) return insertEntry(newEntry(studioId, typed, entryId));
  return changeEntry(studioId, entryId, seen.rev, {
    name,
    initials,
    gridId: gridId ?? '',
    enlisted,
    discharged,
    ...sealedContact(entryId, typed),
  });
}
