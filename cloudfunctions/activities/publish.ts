import { publish } from '../../typings/contract/activities';
import { newSessions, publishRefusal } from '../domain/new-session';
import { wordsOf } from '../domain/session-form';
import { isSafe } from '../platform/content-security';
import { eventIdOf } from '../platform/ids';
import { insertEvents } from '../platform/store/events';
import { done, refuse, useCase } from '../platform/use-case';

/** 发活动：一场，或者一个系列；同一次点按重复到达，只发一次。 */
export default useCase({
  action: 'activities.publish',
  schema: publish,
  admission: 'write',
  async run(request, { member, now }) {
    const refusal = publishRefusal(request, now);
    if (refusal) return refuse(refusal);
    if (!(await isSafe(wordsOf(request), member.openid))) return refuse('unsafe_text');

    const sessionIds = request.spans.map((_span, nth) => eventIdOf(member._id, { ...request, nth }));
    await insertEvents(newSessions(request, sessionIds, member, now));
    return done({ sessionIds });
  },
});
