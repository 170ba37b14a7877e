import type { EventDocument, ShiftDocument } from '../../typings/documents/event';
import type { Claim, MemberDocument } from '../../typings/documents/member';
import type { Refusal, Request } from '../../typings/contract';
import { join } from '../../typings/contract/patrols';
import { roleIn } from '../domain/access';
import { claimOf, MOST_CLAIMS, overlapping, verdict } from '../domain/claims';
import { standingOf } from '../domain/shift-view';
import { joinRefusal } from '../domain/sign-up';
import { isPlausibleSpan } from '../domain/span';
import { pushEntry } from '../platform/store/event-roster';
import { eventsByIds, shiftById } from '../platform/store/events';
import { claimTime, memberByOpenid, takeBack } from '../platform/store/members';
import { type ByGuard, done, refuse, useCase } from '../platform/use-case';

/** 报名：先占住我的时间，再排进名单；两次写都由数据库判定。 */
export default useCase({
  action: 'patrols.join',
  schema: join,
  admission: 'guard',
  async run(request, caller) {
    if (request.endsAt <= caller.now) return refuse('past');
    if (!isPlausibleSpan(request, caller.now)) return refuse('bad_request');
    const claim = claimOf(request, caller.now);
    const claimed = await claimFor(caller, claim);
    return 'ok' in claimed ? claimed : signUp(request, claimed, claim, caller.now);
  },
});

/** My member document with the time claimed, or why it cannot be. */
async function claimFor({ openid, roles, now }: ByGuard, claim: Claim): Promise<MemberDocument | Refusal> {
  const { studioId } = claim;
  const claimed = await claimTime(openid, studioId, roles, claim);
  if (claimed) return claimed;

  const member = await memberByOpenid.fresh(openid, now);
  const role = roleIn(member, studioId);
  if (!member || role === 'visitor') return refuse('not_member');
  if (!roles.includes(role)) return refuse('forbidden');

  const me = { memberId: member._id, role };
  const inTheWay = overlapping(member.claims, claim);
  const suspects = member.claims.length < MOST_CLAIMS ? inTheWay : member.claims;
  const events = await eventsByIds(suspects.map(({ ref }) => ref));
  const eventOf = ({ ref }: Claim): EventDocument | undefined => events.find((event) => event._id === ref);
  const isVoid = (other: Claim) => verdict(other, eventOf(other), me, now) === 'void';
  const standing = inTheWay.find((other) => !isVoid(other));
  const clash = standing && eventOf(standing);
  if (clash) return refuse('clash', { title: clash.title, startsAt: clash.startsAt, endsAt: clash.endsAt });

  await takeBack(openid, suspects.filter(isVoid));
  return (await claimTime(openid, studioId, roles, claim)) ?? refuse('changed');
}

async function signUp(request: Request<'patrols.join'>, member: MemberDocument, claim: Claim, now: number) {
  const { studioId, shiftId, requestId, post } = request;
  const role = roleIn(member, studioId);
  if (role === 'visitor') return refuse('not_member');
  const entry = {
    entryId: requestId,
    memberId: member._id,
    name: member.name,
    post,
    seats: 1,
    at: now,
    leftAt: null,
  };
  const joined = await pushEntry(request, entry, role);
  const shift = joined ?? (await shiftById(studioId, shiftId, member._id));
  const standing = shift && (joined || isRepeat(shift, requestId)) ? standingOf(shift, member._id) : null;
  if (standing) return done(standing);
  const me = { memberId: member._id, role };
  // Only a tap that I have left since is refused while its claim could still seem to be under way.
  if (verdict(claim, shift ?? undefined, me, now) === 'pending') await takeBack(member.openid, [claim]);
  return refuse(joinRefusal(shift, request, me, now));
}

/** The answer to an earlier call got lost: the same tap is answered again. */
function isRepeat(shift: ShiftDocument, requestId: string): boolean {
  return shift.roster.some((entry) => entry.entryId === requestId && entry.leftAt === null);
}
