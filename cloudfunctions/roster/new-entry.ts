import type { RosterEntryDocument } from '../../typings/documents/roster-entry';
import type { Person } from '../domain/roster-sheet/people';
import { sealedContact } from '../platform/store/roster-secrets';
import { initialsOf } from './initials';

/** 新上花名册的一位。 */
export function newEntry(studioId: string, person: Person, _id: string): RosterEntryDocument {
  const { name, gridId, enlisted, discharged } = person;
  return {
    _id,
    v: 2,
    studioId,
    name,
    gridId: gridId ?? '',
    ...sealedContact(_id, person),
    enlisted,
    discharged,
    initials: initialsOf(name),
    memberId: null,
    standIn: null,
    asking: [],
    waiting: 0,
    code: null,
    rev: 0,
  };
}
