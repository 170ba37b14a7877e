import { change } from '../../typings/contract/activities';
import { changedId, changeOf, changeRefusal, isChanged, toldBy } from '../domain/session-change';
import { wordsOf } from '../domain/session-form';
import { isSafe } from '../platform/content-security';
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
    const session = await sessionById(request.studioId, request.sessionId);
    if (!session) return refuse('not_found');
    if (isChanged(session, request)) {
      const notice = session.notices.find(({ noticeId }) => noticeId === changedId(session.rev));
      return done({ rev: session.rev, told: toldBy(notice) });
    }
    const refusal = changeRefusal(session, request, now);
    if (refusal) return refuse(refusal);
    if (!(await isSafe(wordsOf(request), member.openid))) return refuse('unsafe_text');

    const { fields, what, notice } = changeOf(session, request, now);
    const changed = await changeSession(session, fields, what.length > 0 ? { at: now, what } : null, notice);
    if (!changed) return refuse('changed');
    const told = notice ? await followUp(changed, notice.noticeId, now) : 0;
    return done({ rev: changed.rev, told });
  },
});
