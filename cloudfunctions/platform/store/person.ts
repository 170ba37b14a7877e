import type { Sealed } from '../../../typings/documents/common';
import type { MemberDocument } from '../../../typings/documents/member';
import { seal, unseal } from '../secrets';
import { _ } from './database';
import { guardedUpdate } from './guarded';

const place = (memberId: string) => `members ${memberId} phone`;

/** A phone as it is stored with this member. */
export const sealedPhone = (memberId: string, phone: string): Sealed => seal(phone, place(memberId));

/** The stored phone in the clear; null where there is none. */
export const phoneOfMember = ({ _id, phone }: Pick<MemberDocument, '_id' | 'phone'>): string | null =>
  phone && unseal(phone, place(_id));

export function changePerson(
  memberId: string,
  name: string,
  phone: Sealed | null,
): Promise<MemberDocument | null> {
  return guardedUpdate<MemberDocument>('members', { _id: memberId }, { name, phone: _.set(phone) });
}
