import type { Request } from '../../typings/contract';
import { join } from '../../typings/contract/patrols';
import type { Claim, MemberDocument } from '../../typings/documents/member';
import { roleIn } from '../domain/access';
import { claimOf } from '../domain/claims';
import { standingOf } from '../domain/shift-view';
import { joinRefusal } from '../domain/sign-up';
import { spanRefusal } from '../domain/span';
import { claimFor } from '../platform/sign-up/claim-time';
import { entered } from '../platform/sign-up/entered';
import { pushEntry } from '../platform/store/event-roster';
import { shiftById } from '../platform/store/events';
import { done, refuse, useCase } from '../platform/use-case';

/** 报名：先占住我的时间，再排进名单；两次写都由数据库判定。 */
export default useCase({
  action: 'patrols.join',
  schema: join,
  admission: 'guard',
  async run(request, caller) {
    const refusal = spanRefusal(request, caller.now);
    if (refusal) return refuse(refusal);
    const claim = claimOf(request, caller.now);
    const claimed = await claimFor(caller, request.studioId, [claim]);
    return 'ok' in claimed ? claimed : signUp(request, claimed, claim, caller.now);
  },
});

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
  const pushed = await pushEntry(request, entry, role);
  const tap = { entryId: requestId, member, role, claims: [claim] };
  const { event: shift, stands } = await entered(pushed, () => shiftById(studioId, shiftId), tap, now);
  const standing = shift && stands ? standingOf(shift, member._id) : null;
  return standing ? done(standing) : refuse(joinRefusal(shift, request, { memberId: member._id, role }, now));
}
