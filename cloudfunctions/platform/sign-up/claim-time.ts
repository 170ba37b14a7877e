import type { Refusal } from '../../../typings/contract';
import type { EventDocument } from '../../../typings/documents/event';
import type { Claim, MemberDocument } from '../../../typings/documents/member';
import { roleIn } from '../../domain/access';
import { MOST_CLAIMS, overlapping, verdict } from '../../domain/claims';
import { eventsByIds } from '../store/events';
import { claimTime, memberByOpenid, takeBack } from '../store/members';
import { type ByGuard, refuse } from '../use-case';

/** 占住我的时间：my member document with the times claimed, or why they cannot be. A claim that came to nothing is no clash. */
export async function claimFor(
  { openid, roles, now }: ByGuard,
  studioId: string,
  claims: Claim[],
): Promise<MemberDocument | Refusal> {
  const claimed = await claimTime(openid, studioId, roles, claims);
  if (claimed) return claimed;

  const member = await memberByOpenid.fresh(openid, now);
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

  await takeBack(openid, suspects.filter(isVoid));
  return (await claimTime(openid, studioId, roles, claims)) ?? refuse('changed');
}
