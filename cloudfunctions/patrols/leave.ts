import type { MemberDocument } from '../../typings/documents';
import { leave } from '../../typings/contract/patrols';
import { claimOf } from '../domain/claims';
import { newNotice } from '../domain/notices';
import { placeOf, promotedBy } from '../domain/roster';
import { leaveRefusal } from '../domain/sign-up';
import { leaveRoster } from '../platform/store/event-roster';
import { shiftById } from '../platform/store/events';
import { claimTime, releaseTime } from '../platform/store/members';
import { type ByGuard, done, refuse, useCase } from '../platform/use-case';
import { tell } from './tell';

/** 退出：放开我的时间，离开名单；排在后面的人由此补上，并得到通知。 */
export default useCase({
  action: 'patrols.leave',
  schema: leave,
  admission: 'guard',
  async run({ studioId, shiftId, post }, caller) {
    const { openid, roles, now } = caller;
    const member = await releaseTime(openid, studioId, roles, [shiftId]);
    if (!member) return refuse('not_member');

    const memberId = member._id;
    const notice = newNotice(memberId, now);
    const left = await leaveRoster(studioId, shiftId, { memberId, post, seats: 1 }, notice);
    if (!left) return stay(studioId, shiftId, member, caller);

    const promoted = promotedBy(left, notice.noticeId);
    if (promoted.length > 0) await tell(shiftId, notice.noticeId, now);
    return done({ promoted: promoted.length });
  },
});

/** I did not leave: say why, and where I am still on the roster keep my time. */
async function stay(studioId: string, shiftId: string, member: MemberDocument, caller: ByGuard) {
  const shift = await shiftById(studioId, shiftId);
  const place = shift && placeOf(shift, member._id);
  if (shift && place) {
    const { startsAt: from, endsAt: to } = shift;
    const claim = claimOf({ ref: shiftId, from, to, post: place.entry.post }, caller.now);
    await claimTime(caller.openid, studioId, caller.roles, claim);
  }
  return refuse(leaveRefusal(shift, studioId, member._id, caller.now));
}
