import { leave } from '../../typings/contract/patrols';
import { newNotice } from '../domain/notices';
import { promotedBy } from '../domain/roster';
import { leaveRefusal } from '../domain/sign-up';
import { leaveRoster } from '../platform/store/event-roster';
import { shiftById } from '../platform/store/events';
import { releaseTime } from '../platform/store/members';
import { done, refuse, useCase } from '../platform/use-case';
import { tell } from './tell';

/** 退出：放开我的时间，离开名单；排在后面的人由此补上，并得到通知。 */
export default useCase({
  action: 'patrols.leave',
  schema: leave,
  admission: 'guard',
  async run({ studioId, shiftId, post }, { openid, roles, now }) {
    const member = await releaseTime(openid, studioId, roles, { ref: shiftId, post });
    if (!member) return refuse('not_member');

    const memberId = member._id;
    const notice = newNotice(memberId, now);
    const left = await leaveRoster(studioId, shiftId, { memberId, post, seats: 1 }, notice);
    if (!left) return refuse(leaveRefusal(await shiftById(studioId, shiftId), studioId, memberId, now));

    const promoted = promotedBy(left, notice.noticeId);
    if (promoted.length > 0) await tell(shiftId, notice.noticeId, promoted, now);
    return done({ promoted: promoted.length });
  },
});
