import type { Sealed } from '../../../typings/documents/common';
import type { NameCheck } from '../../../typings/documents/check';
import type { MemberDocument } from '../../../typings/documents/member';
import { placeOf, seal, unseal } from '../secrets';
import { _ } from './database';
import { guardedUpdate } from './guarded';

const place = (memberId: string) => placeOf('members', memberId, 'phone');

/** A phone as it is stored with this member. */
export const sealedPhone = (memberId: string, phone: string): Sealed => seal(phone, place(memberId));

/** The stored phone in the clear; null where there is none. */
export const phoneOfMember = ({ _id, phone }: Pick<MemberDocument, '_id' | 'phone'>): string | null =>
  phone && unseal(phone, place(_id));

/** A name with its check, as fields of a write. */
export const nameFields = ({ name, check }: { name: string; check: NameCheck | null }) => ({
  name,
  check: check ? _.set(check) : _.remove(),
});

/** `named` null: the name stays as it is. */
export function changePerson(
  memberId: string,
  named: { name: string; check: NameCheck | null } | null,
  phone: Sealed | null,
): Promise<MemberDocument | null> {
  const change = { ...(named && nameFields(named)), phone: _.set(phone) };
  return guardedUpdate<MemberDocument>('members', { _id: memberId }, change);
}

/** 撤回同意：no phone, no consent, no longer a recognised veteran; the memberships have gone before. */
export function withdrawConsent(memberId: string): Promise<MemberDocument | null> {
  return guardedUpdate<MemberDocument>(
    'members',
    { _id: memberId, 'studios.0': _.exists(false) },
    { phone: _.set(null), consent: _.set(null), veteran: false, supervises: null },
  );
}
