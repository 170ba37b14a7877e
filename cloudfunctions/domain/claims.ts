import type { StudioRole } from '../../typings/documents/common';
import type { EventDocument, SessionDocument, Span } from '../../typings/documents/event';
import type { Claim } from '../../typings/documents/member';
import { placeOf } from './roster';

/** Longer than any call lives: after it, a claim without an entry cannot be between its two writes. */
export const CALL_LIFE = 2 * 60_000;
const MINUTE = 60_000;

/** 一个人最多同时认领几段时间。 */
export const MOST_CLAIMS = 200;

/** What one sign-up takes: one time, or all those of a series. */
export type Claims = [Claim, ...Claim[]];

type Wanted = Pick<Claim, 'studioId' | 'post'> & Span & { shiftId: string; more?: OtherTime[] };
type OtherTime = SessionDocument['more'][number];

/** 报一次名要占的时间；`at` to the minute, so that a second tap claims the same. A series with one sign-up takes all its times at once. */
export function claimsOf(
  { studioId, shiftId, post, startsAt, endsAt, more = [] }: Wanted,
  now: number,
): Claims {
  const claim = (span: Span): Claim => ({
    studioId,
    ref: shiftId,
    from: span.startsAt,
    to: span.endsAt,
    post,
    at: now - (now % MINUTE),
  });
  const own = claim({ startsAt, endsAt });
  if (more.length === 0) return [own];
  return [{ ...own, of: shiftId }, ...more.map((other) => ({ ...claim(other), of: other.sessionId }))];
}

export function overlapping(claims: Claim[], wanted: Claim): Claim[] {
  return claims.filter(
    (claim) => claim.ref !== wanted.ref && claim.from < wanted.to && claim.to > wanted.from,
  );
}

/**
 * `held`: the roster has an entry of mine, at this time. `void`: it never can through this claim. `pending`: another call of mine may be
 * between claiming and joining.
 */
export function verdict(
  claim: Claim,
  event: EventDocument | undefined,
  me: { memberId: string; role: StudioRole },
  now: number,
): 'held' | 'void' | 'pending' {
  if (!event || event.studioId !== claim.studioId || event.state !== 'open') return 'void';
  const real = spansOf(event).some(({ startsAt, endsAt }) => startsAt === claim.from && endsAt === claim.to);
  if (placeOf(event, me.memberId)) return real ? 'held' : 'void';
  const takeable =
    real &&
    claim.to > now &&
    event.posts.some((post) => post.code === claim.post && post.roles.includes(me.role));
  return takeable && now - claim.at < CALL_LIFE ? 'pending' : 'void';
}

/** The times that a sign-up here takes. */
const spansOf = (event: EventDocument): Span[] =>
  event.kind === 'session' ? [event, ...event.more] : [event];
