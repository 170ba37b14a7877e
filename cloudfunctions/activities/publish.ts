import { publish } from '../../typings/contract/activities';
import { heldBack } from '../domain/checks';
import { newSessions, publishRefusal } from '../domain/new-session';
import { sessionWords } from '../domain/session-form';
import { verdictOn } from '../platform/content-security';
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
    const sessionIds = request.spans.map((_span, nth) => eventIdOf(member._id, { ...request, nth }));
    const verdict = await verdictOn(sessionWords(request), member.openid);
    if (verdict === 'risky') return refuse('unsafe_text');
    const sessions = newSessions(request, sessionIds, member, now);
    await insertEvents(sessions.map((session) => heldBack(session, verdict, now)));
    return done({ sessionIds });
  },
});
