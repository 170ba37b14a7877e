import { change } from '../../typings/contract/activities';
import { changedId, changeOf, changeRefusal, isChanged, newWords, toldBy } from '../domain/session-change';
import { verdictOn } from '../platform/content-security';
import { followUp } from '../platform/sign-up/follow-up';
import { changeSession } from '../platform/store/session-changes';
import { sessionById } from '../platform/store/sessions';
import { done, refuse, useCase } from '../platform/use-case';

/** 改活动：改到看到的那一版上；改了时间地点，报了名的人都会知道。 */
export default useCase({
  action: 'activities.change',
  schema: change,
  admission: 'write',
  audit: ({ sessionId }) => ({ record: sessionId, fields: ['form'] }),
  async run(request, { member, now }) {
    const session = await sessionById(request.studioId, request.sessionId, member._id);
    if (!session) return refuse('not_found');
    if (isChanged(session, request)) {
      const notice = session.notices.find(({ noticeId }) => noticeId === changedId(session.rev));
      return done({ rev: session.rev, told: toldBy(notice) });
    }
    const refusal = changeRefusal(session, request, now);
    if (refusal) return refuse(refusal);
    // People may be on their way to it: it stays as they know it until the new words have passed.
    const verdict = await verdictOn(newWords(session, request), member.openid);
    if (verdict !== 'pass') return refuse(verdict === 'down' ? 'unavailable' : 'unsafe_text');

    const { fields, what, notice } = changeOf(session, request, now);
    const changed = await changeSession(session, fields, what.length > 0 ? { at: now, what } : null, notice);
    if (!changed) return refuse('changed');
    const told = notice ? await followUp(changed, notice.noticeId, now) : 0;
    return done({ rev: changed.rev, told });
  },
});
