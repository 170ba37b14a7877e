import type { StudioRole } from '../../../typings/documents/common';
import type { Span } from '../../../typings/documents/event';
import type { Claim, MemberDocument } from '../../../typings/documents/member';
import { MOST_CLAIMS } from '../../domain/claims';
import { _ } from './database';
import { remember } from '../remember';
import { filtered, guardedUpdate } from './guarded';

/** Whose document: by WeChat identity, or by its id where somebody else acts for them. */
export type Who = { openid: string } | { _id: string };

const inStudio = (who: Who, studioId: string, roles: StudioRole[]) => ({
  ...who,
  studios: _.elemMatch({ studioId, role: _.in(roles) }),
});

/** 一个微信身份的成员：`known` 最多旧 60 秒，`fresh` 是现在的。 */
export const memberByOpenid = remember(async (openid) => {
  const { data } = await filtered('members', { openid }).limit(1).get();
  return (data[0] as MemberDocument | undefined) ?? null;
});

/** The document as it is now. */
export async function memberNow(who: Who, now: number): Promise<MemberDocument | null> {
  if ('openid' in who) return memberByOpenid.fresh(who.openid, now);
  const { data } = await filtered('members', who).limit(1).get();
  return (data[0] as MemberDocument | undefined) ?? null;
}

/**
 * Claims the times, all or none, if I hold one of the roles here and no claim of mine on something else overlaps; racing taps have
 * one winner. Null: I may not, or another claim is in the way.
 */
export function claimTime(
  who: Who,
  studioId: string,
  roles: StudioRole[],
  claims: Claim[],
): Promise<MemberDocument | null> {
  const overlaps = claims.map(({ ref, from, to }) =>
    _.not(_.elemMatch({ ref: _.neq(ref), from: _.lt(to), to: _.gt(from) })),
  );
  return guardedUpdate<MemberDocument>(
    'members',
    {
      ...inStudio(who, studioId, roles),
      claims: _.and(overlaps),
      [`claims.${MOST_CLAIMS - claims.length}`]: _.exists(false),
    },
    { claims: _.addToSet({ $each: claims }) },
  );
}

/** Gives the time of one post back. Null: I may not. */
export function releaseTime(
  who: Who,
  studioId: string,
  roles: StudioRole[],
  { ref, post }: Pick<Claim, 'ref' | 'post'>,
): Promise<MemberDocument | null> {
  return guardedUpdate<MemberDocument>('members', inStudio(who, studioId, roles), {
    claims: _.pull({ studioId, ref, post }),
  });
}

/** Takes back exactly these claims; one that another call of mine makes meanwhile stays. */
export async function takeBack(who: Who, claims: Claim[]): Promise<void> {
  if (claims.length === 0) return;
  await filtered('members', who).update({ claims: _.pullAll(claims) });
}

/** What an event moved to another time takes of everybody signed up. `of`: of a series with one sign-up, whose roster is `ref`'s. */
export async function moveClaims(ref: string, was: Span, to: Span, of: string | null): Promise<void> {
  const which = of === null ? { from: was.startsAt, to: was.endsAt, of: _.exists(false) } : { of };
  await filtered('members', { 'claims.ref': ref, claims: _.elemMatch({ ref, ...which }) }).update({
    'claims.$.from': to.startsAt,
    'claims.$.to': to.endsAt,
  });
}

/** Gives back what these people had claimed there by then. */
export async function releaseAll(memberIds: string[], ref: string, by: number): Promise<void> {
  if (memberIds.length === 0) return;
  await filtered('members', { _id: _.in(memberIds) }).update({ claims: _.pull({ ref, at: _.lte(by) }) });
}

/** Gives back everybody's claim of one session of a series with one sign-up. */
export async function releaseSession(ref: string, of: string): Promise<void> {
  await filtered('members', { 'claims.ref': ref }).update({ claims: _.pull({ ref, of }) });
}

/** Where a person's service messages go. */
export async function addressesOf(memberIds: string[]): Promise<Map<string, string>> {
  if (memberIds.length === 0) return new Map();
  const { data } = await filtered('members', { _id: _.in(memberIds) })
    .field({ openid: true })
    .limit(1000)
    .get();
  return new Map((data as Pick<MemberDocument, '_id' | 'openid'>[]).map(({ _id, openid }) => [_id, openid]));
}
