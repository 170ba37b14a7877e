import type { RosterEntryDocument } from '../../../typings/documents/roster-entry';
import type { KnownPerson } from '../../domain/roster-sheet/differences';
import type { Person } from '../../domain/roster-sheet/people';
import { lookUpKey, seal, unseal } from '../secrets';

const place = (entryId: string, field: 'phone' | 'address') => `rosterEntries ${entryId} ${field}`;

/** Phone and address as they are stored with this entry. */
export const sealedContact = (entryId: string, { phone, address }: Pick<Person, 'phone' | 'address'>) => ({
  phone: phone === null ? null : seal(phone, place(entryId, 'phone')),
  phoneKey: phone === null ? null : lookUpKey('phone', phone),
  address: address === null ? null : seal(address, place(entryId, 'address')),
});

/** The stored phone in the clear; null where there is none. */
export const phoneOfEntry = ({
  _id: entryId,
  phone,
}: Pick<RosterEntryDocument, '_id' | 'phone'>): string | null =>
  phone && unseal(phone, place(entryId, 'phone'));

/** An entry in the clear. */
export const knownPerson = ({
  _id: entryId,
  name,
  gridId,
  phone,
  address,
  enlisted,
  discharged,
}: RosterEntryDocument): KnownPerson => ({
  entryId,
  name,
  gridId: gridId || null,
  phone: phoneOfEntry({ _id: entryId, phone }),
  address: address && unseal(address, place(entryId, 'address')),
  enlisted,
  discharged,
});
