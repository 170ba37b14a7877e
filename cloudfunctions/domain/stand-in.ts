import type { Claim, MemberDocument } from '../../typings/documents/member';
import type { RosterEntryDocument } from '../../typings/documents/roster-entry';

/** 没有微信的人：代报名用的那一份成员，直到他自己加入。A WeChat openid has no colon, so nobody can ever call as one of these. */

const NONE = 'none:';
const GONE = 'gone:';

export const standInOpenid = (memberId: string): string => NONE + memberId;
export const mergedOpenid = (memberId: string): string => GONE + memberId;
/** Where the openids of those who have an account since begin and end. */
export const MERGED_OPENIDS = { from: GONE, to: 'gone;' } as const;
export const STAND_IN_OPENIDS = { from: NONE, to: 'none;' } as const;

export const hasNoWeChat = (openid: string): boolean => openid.startsWith(NONE) || openid.startsWith(GONE);

/** Made with the first time that it is claimed for: nothing else of theirs can be in the way. */
export function newStandIn(
  memberId: string,
  { studioId, name }: Pick<RosterEntryDocument, 'studioId' | 'name'>,
  claims: Claim[],
  now: number,
): MemberDocument {
  return {
    _id: memberId,
    v: 1,
    openid: standInOpenid(memberId),
    name,
    veteran: true,
    phone: null,
    consent: null,
    studios: [{ studioId, role: 'member', since: now, asking: null }],
    supervises: null,
    claims,
  };
}

/** What is left of it for as long as a call that knew it may be under way: nobody's name, no place anywhere. */
export const merged = (into: string, now: number) => ({
  name: '',
  studios: [],
  supervises: null,
  claims: [],
  merged: { into, at: now },
});

export const newMerged = (memberId: string, into: string, now: number): MemberDocument => ({
  _id: memberId,
  v: 1,
  openid: mergedOpenid(memberId),
  veteran: false,
  phone: null,
  consent: null,
  ...merged(into, now),
});
