import type { Claim, EventDocument, MemberDocument, ShiftDocument } from '../../typings/documents';
import type { Refusal, Request } from '../../typings/contract';
import { join } from '../../typings/contract/patrols';
import { roleIn } from '../domain/access';
import { claimOf, overlapping, verdict } from '../domain/claims';
import { standingOf } from '../domain/shift-view';
import { joinRefusal } from '../domain/sign-up';
import { pushEntry } from '../platform/store/event-roster';
import { eventsByIds, shiftById } from '../platform/store/events';
import { claimTime, memberByOpenid, releaseTime } from '../platform/store/members';
import { type ByGuard, done, refuse, useCase } from '../platform/use-case';

/** 报名：先占住我的时间，再排进名单；两次写都由数据库判定。 */
export default useCase({
  action: 'patrols.join',
  schema: join,
  admission: 'guard',
  async run(request, caller) {
    if (request.endsAt <= caller.now) return refuse('past');
    const { shiftId, startsAt, endsAt, post } = request;
    const claim = claimOf({ ref: shiftId, from: startsAt, to: endsAt, post }, caller.now);
    const claimed = await claimFor(request.studioId, caller, claim);
    if ('ok' in claimed) return claimed;
    return signUp(request, claimed, caller.now);
  },
});

/** My member document with the time claimed, or why it cannot be. */
async function claimFor(studioId: string, caller: ByGuard, claim: Claim): Promise<MemberDocument | Refusal> {
  const { openid, roles, now } = caller;
  const claimed = await claimTime(openid, studioId, roles, claim);
  if (claimed) return claimed;

  const member = await memberByOpenid.fresh(openid, now);
  const role = roleIn(member, studioId);
  if (!member || role === 'visitor') return refuse('not_member');
  if (!roles.includes(role)) return refuse('forbidden');

  const inTheWay = overlapping(member.claims, claim);
  const events = await eventsByIds(inTheWay.map(({ ref }) => ref));
  const eventOf = ({ ref }: Claim): EventDocument | undefined => events.find((event) => event._id === ref);
  const standing = inTheWay.find((other) => verdict(other, eventOf(other), member._id, now) !== 'void');
  const clash = standing && eventOf(standing);
  if (clash) return refuse('clash', { title: clash.title, startsAt: clash.startsAt, endsAt: clash.endsAt });

  await releaseTime(
    openid,
    studioId,
    roles,
    inTheWay.map(({ ref }) => ref),
  );
  return (await claimTime(openid, studioId, roles, claim)) ?? refuse('changed');
}

async function signUp(request: Request<'patrols.join'>, member: MemberDocument, now: number) {
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
  const shift = joined ?? (await shiftById(studioId, shiftId));
  const standing = shift && (joined || isRepeat(shift, requestId)) ? standingOf(shift, member._id) : null;
  return standing ? done(standing) : refuse(joinRefusal(shift, request, { memberId: member._id, role }, now));
}

/** The answer to an earlier call got lost: the same tap is answered again. */
function isRepeat(shift: ShiftDocument, requestId: string): boolean {
  return shift.roster.some((entry) => entry.entryId === requestId && entry.leftAt === null);
}
