import { detail } from '../../typings/contract/activities';
import { isUnopened } from '../domain/session';
import { sessionDetailOf } from '../domain/session-detail';
import { rosterKeeper, sessionById } from '../platform/store/sessions';
import { done, refuse, useCase } from '../platform/use-case';

/** 活动详情；还没发出去的只有工作人员看得到，陌生人只看得到公开的一半。 */
export default useCase({
  action: 'activities.detail',
  schema: detail,
  admission: 'look',
  async run({ studioId, sessionId }, { member, role, scope, now }) {
    const viewer = { memberId: member?._id ?? '', role, veteran: member?.veteran ?? false };
    const session = await sessionById(studioId, sessionId, viewer.memberId);
    if (!session || (isUnopened(session, now) && role !== 'staff')) return refuse('not_found');
    return done(sessionDetailOf(session, await rosterKeeper(session), viewer, scope, now));
  },
});
