import type { Membership, MemberDocument } from '../../../typings/documents/member';
import type { RosterEntryDocument } from '../../../typings/documents/roster-entry';
import { merged, MERGED_OPENIDS, mergedOpenid, standInOpenid } from '../../domain/stand-in';
import { _ } from './database';
import { filtered, guardedUpdate, isDuplicate } from './guarded';

type Entry = Pick<RosterEntryDocument, '_id' | 'studioId'>;

/** Says which member document stands in for this person; null where one does already, or the person has an account. */
export function nameStandIn({ _id, studioId }: Entry, standIn: string): Promise<RosterEntryDocument | null> {
  return guardedUpdate<RosterEntryDocument>(
    'rosterEntries',
    { _id, studioId, memberId: null, standIn: null },
    { standIn, rev: _.inc(1) },
  );
}

/** The entry names this stand-in no longer. */
export async function dropStandIn({ _id, studioId }: Entry, standIn: string): Promise<void> {
  await filtered('rosterEntries', { _id, studioId, standIn }).update({ standIn: null, rev: _.inc(1) });
}

/** A stand-in becomes the account of a person who has none; null where they have one, or it is no stand-in any more. */
export async function adopt(
  standIn: string,
  openid: string,
  person: Pick<MemberDocument, 'name' | 'veteran' | 'phone'> & {
    consent: { version: number; at: number };
    membership: Membership;
  },
): Promise<MemberDocument | null> {
  const { name, veteran, phone, consent, membership } = person;
  try {
    return await guardedUpdate<MemberDocument>(
      'members',
      { _id: standIn, openid: standInOpenid(standIn) },
      {
        openid,
        name,
        veteran,
        phone: _.set(phone),
        consent: _.set(consent),
        studios: _.set([membership]),
      },
    );
  } catch (error) {
    if (isDuplicate(error)) return null;
    throw error;
  }
}

/** From here on nobody can be signed up as this stand-in; null where it is none. */
export function retire(standIn: string, into: string, now: number): Promise<MemberDocument | null> {
  const { merged: whose, ...nothing } = merged(into, now);
  return guardedUpdate<MemberDocument>(
    'members',
    { _id: standIn, openid: standInOpenid(standIn) },
    {
      openid: mergedOpenid(standIn),
      ...nothing,
      merged: _.set(whose),
    },
  );
}

/** Those whose person has an account since before `before`. */
export async function retiredBefore(before: number, most: number): Promise<Required<MemberDocument>[]> {
  const { data } = await filtered('members', {
    openid: _.and(_.gte(MERGED_OPENIDS.from), _.lt(MERGED_OPENIDS.to)),
    'merged.at': _.lt(before),
  })
    .limit(most)
    .get();
  return data as Required<MemberDocument>[];
}

export async function removeRetired(memberId: string): Promise<void> {
  await filtered('members', { _id: memberId, openid: mergedOpenid(memberId) }).remove();
}

/** People who have an account and a stand-in: something is still to be carried over. */
export async function entriesWithBoth(most: number): Promise<RosterEntryDocument[]> {
  const { data } = await filtered('rosterEntries', { standIn: _.gt(''), memberId: _.gt('') })
    .limit(most)
    .get();
  return data as RosterEntryDocument[];
}
