import type { Sealed } from '../../../typings/documents/common';
import type { RosterEntryDocument } from '../../../typings/documents/roster-entry';
import { unseal, seal } from '../secrets';

const place = (entryId: string) => `rosterEntries ${entryId} phone`;

/** A phone as it is stored with this line of the roster. */
export const sealedEntryPhone = (entryId: string, phone: string): Sealed => seal(phone, place(entryId));

/** The stored phone in the clear; null where there is none. */
export const phoneOfEntry = ({ _id, phone }: Pick<RosterEntryDocument, '_id' | 'phone'>): string | null =>
  phone && unseal(phone, place(_id));
