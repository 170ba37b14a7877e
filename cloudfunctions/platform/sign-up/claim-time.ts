import type { Refusal } from '../../../typings/contract';
import type { StudioRole } from '../../../typings/documents/common';
import type { EventDocument } from '../../../typings/documents/event';
import type { Claim, MemberDocument } from '../../../typings/documents/member';
import { roleIn } from '../../domain/access';
import { type Claims, MOST_CLAIMS, overlapping, verdict } from '../../domain/claims';
import { eventsByIds } from '../store/events';
import { claimTime, memberNow, takeBack, type Who } from '../store/members';
import { refuse } from '../use-case';

/** 占住一个人的时间：the member document with the times claimed, all or none, or why they cannot be. A claim that came to nothing is no clash. */
export async function claimFor(
  who: Who,
  roles: StudioRole[],
  claims: Claims,
  now: number,
): Promise<MemberDocument | Refusal> {
  const [{ studioId }] = claims;
  const claimed = await claimTime(who, studioId, roles, claims);
  if (claimed) return claimed;

  const member = await memberNow(who, now);
  const role = roleIn(member, studioId);
  if (!member || role === 'visitor') return refuse('not_member');
  if (!roles.includes(role)) return refuse('forbidden');

  const me = { memberId: member._id, role };
  const inTheWay = claims.flatMap((wanted) => overlapping(member.claims, wanted));
  const suspects = member.claims.length + claims.length <= MOST_CLAIMS ? inTheWay : member.claims;
  const events = await eventsByIds(suspects.map(({ ref }) => ref));
  const eventOf = ({ ref }: Claim): EventDocument | undefined => events.find((event) => event._id === ref);
  const isVoid = (other: Claim) => verdict(other, eventOf(other), me, now) === 'void';
  const standing = inTheWay.find((other) => !isVoid(other));
  const clash = standing && eventOf(standing);
  if (clash) return refuse('clash', { title: clash.title, startsAt: standing.from, endsAt: standing.to });

  await takeBack(who, suspects.filter(isVoid));
  return (await claimTime(who, studioId, roles, claims)) ?? refuse('changed');
}
