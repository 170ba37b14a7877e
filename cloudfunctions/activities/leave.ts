import { leave } from '../../typings/contract/activities';
import { leaveSessionRefusal } from '../domain/session-sign-up';
import { leaveSeat } from '../platform/sign-up/leave-seat';
import { releaseTime } from '../platform/store/members';
import { SEAT } from '../domain/session';
import { done, refuse, useCase } from '../platform/use-case';

/** 退出：放开我的时间，离开名单；截止以前排在后面的人由此补上，以后位子空着等安排。 */
export default useCase({
  action: 'activities.leave',
  schema: leave,
  admission: 'guard',
  async run(request, { openid, roles, now }) {
    const { studioId, sessionId } = request;
    const member = await releaseTime({ openid }, studioId, roles, { ref: sessionId, post: SEAT });
    if (!member) return refuse('not_member');
    const { session, promoted } = await leaveSeat(request, member._id, now);
    if (promoted !== null) return done({ promoted });
    return refuse(leaveSessionRefusal(session, member._id, now));
  },
});
