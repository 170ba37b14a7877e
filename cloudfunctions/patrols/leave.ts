import { leave } from '../../typings/contract/patrols';
import { leaveRefusal } from '../domain/sign-up';
import { stepBack } from '../platform/sign-up/step-back';
import { shiftById } from '../platform/store/events';
import { releaseTime } from '../platform/store/members';
import { done, refuse, useCase } from '../platform/use-case';

/** 退出：放开我的时间，离开名单；排在后面的人由此补上，并得到通知。 */
export default useCase({
  action: 'patrols.leave',
  schema: leave,
  admission: 'guard',
  async run({ studioId, shiftId, post }, { openid, roles, now }) {
    const member = await releaseTime({ openid }, studioId, roles, { ref: shiftId, post });
    if (!member) return refuse('not_member');
    const memberId = member._id;
    const promoted = await stepBack(studioId, shiftId, { memberId, post }, now);
    if (promoted !== null) return done({ promoted });
    return refuse(leaveRefusal(await shiftById(studioId, shiftId, memberId), studioId, memberId, now));
  },
});
