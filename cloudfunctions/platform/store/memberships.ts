import type { Sealed, StudioRole } from '../../../typings/documents/common';
import type { MemberDocument } from '../../../typings/documents/member';
import type { NameCheck } from '../../../typings/documents/check';
import type { Newcomer } from '../../domain/newcomer';
import { STAND_IN_OPENIDS } from '../../domain/stand-in';
import { _ } from './database';
import { filtered, guardedUpdate, insertOnce } from './guarded';
import { nameFields } from './person';

/** Somebody with a WeChat identity. */
const ofAccounts = { openid: _.or([_.lt(STAND_IN_OPENIDS.from), _.gte(STAND_IN_OPENIDS.to)]) };

/** A new person; false where this WeChat identity has a member document already. */
export const insertMember = (member: MemberDocument): Promise<boolean> => insertOnce('members', member);

/** Somebody whom another studio knows comes into this one; null where they are in it already. */
export function addMembership(
  memberId: string,
  { membership, veteran, consent }: Newcomer,
  named: { name: string; check: NameCheck | null },
  phone: Sealed | null,
): Promise<MemberDocument | null> {
  return guardedUpdate<MemberDocument>(
    'members',
    { _id: memberId, studios: _.not(_.elemMatch({ studioId: membership.studioId })) },
    {
      studios: _.push([membership]),
      ...nameFields(named),
      consent: _.set(consent),
      ...(veteran && { veteran }),
      ...(phone && { phone: _.set(phone) }),
    },
  );
}

export async function memberById(memberId: string, studioId: string): Promise<MemberDocument | null> {
  const { data } = await filtered('members', { _id: memberId, 'studios.studioId': studioId }).limit(1).get();
  return (data[0] as MemberDocument | undefined) ?? null;
}

const MOST_IDS = 500;

/** Those of `memberIds` who are not in the studio any more. */
export async function goneFrom(studioId: string, memberIds: string[]): Promise<string[]> {
  const asked = [...new Set(memberIds)];
  const here = new Set<string>();
  for (let from = 0; from < asked.length; from += MOST_IDS) {
    const part = asked.slice(from, from + MOST_IDS);
    const { data } = await filtered('members', { _id: _.in(part), 'studios.studioId': studioId })
      .field({ _id: true })
      .limit(MOST_IDS)
      .get();
    for (const { _id } of data as { _id: string }[]) here.add(_id);
  }
  return asked.filter((memberId) => !here.has(memberId));
}

/** 工作室里有微信的人，按编号往下翻。 */
export async function membersOf(studioId: string, after: string, most: number): Promise<MemberDocument[]> {
  const { data } = await filtered('members', {
    'studios.studioId': studioId,
    _id: _.gt(after),
    ...ofAccounts,
  })
    .field({ name: true, veteran: true, studios: true, avatar: true })
    .orderBy('_id', 'asc')
    .limit(most)
    .get();
  return data as MemberDocument[];
}

/** 名字这样开头的人，按名字。 */
export async function membersNamed(studioId: string, named: string, most: number): Promise<MemberDocument[]> {
  const { data } = await filtered('members', {
    'studios.studioId': studioId,
    ...ofAccounts,
    name: _.and(_.gte(named), _.lt(`${named}\uffff`)),
  })
    .field({ name: true, veteran: true, studios: true, avatar: true })
    .orderBy('name', 'asc')
    .limit(most)
    .get();
  return data as MemberDocument[];
}

/** Somebody of exactly this name; of several namesakes any. */
export async function memberNamed(studioId: string, name: string): Promise<MemberDocument | null> {
  const { data } = await filtered('members', { 'studios.studioId': studioId, name, ...ofAccounts })
    .field({ name: true })
    .limit(1)
    .get();
  return (data[0] as MemberDocument | undefined) ?? null;
}

/** Gives a role in this studio; null where the person is not in it, or has no WeChat to act with. */
export function giveRole(
  memberId: string,
  studioId: string,
  role: StudioRole,
): Promise<MemberDocument | null> {
  return guardedUpdate<MemberDocument>(
    'members',
    { _id: memberId, studios: _.elemMatch({ studioId }), ...ofAccounts },
    { 'studios.$.role': role },
  );
}

/** 认过了，不再问这个人。`veteran` only where the answer decides it: another studio may have recognised them. */
export function settleAsking(
  memberId: string,
  studioId: string,
  veteran?: boolean,
): Promise<MemberDocument | null> {
  return guardedUpdate<MemberDocument>(
    'members',
    { _id: memberId, studios: _.elemMatch({ studioId }) },
    { 'studios.$.asking': null, ...(veteran !== undefined && { veteran }) },
  );
}

/** Out of the studio; null where another claim on what is to come was made meanwhile, or nobody is left to go. */
export function dropMembership(
  openid: string,
  studioId: string,
  now: number,
): Promise<MemberDocument | null> {
  return guardedUpdate<MemberDocument>(
    'members',
    {
      openid,
      'studios.studioId': studioId,
      claims: _.not(_.elemMatch({ studioId, to: _.gt(now) })),
    },
    { studios: _.pull({ studioId }), claims: _.pull({ studioId }) },
  );
}

/** The end of a member document: nothing else holds the openid. */
export async function removeMember(openid: string): Promise<void> {
  await filtered('members', { openid }).remove();
}
