import { cancel } from '../../typings/contract/activities';
import type { SessionDocument } from '../../typings/documents/event';
import { unsentAt } from '../domain/notices';
import { toldBy } from '../domain/session-change';
import { verdictOn } from '../platform/content-security';
import { followUp } from '../platform/sign-up/follow-up';
import { cancelSession } from '../platform/store/session-changes';
import { sessionById } from '../platform/store/sessions';
import { done, refuse, useCase } from '../platform/use-case';

const CANCELLED = 'cancelled';

/** 取消活动：说了原因，报了名的人都会知道；一次报名的系列从第一场取消，后面的也都取消。 */
export default useCase({
  action: 'activities.cancel',
  schema: cancel,
  admission: 'write',
  audit: ({ sessionId }) => ({ record: sessionId, fields: ['state', 'reason'] }),
  async run(request, { member, now }) {
    const verdict = await verdictOn([request.reason], member.openid);
    if (verdict === 'risky') return refuse('unsafe_text');
    // Nobody comes in vain because a reason is in doubt, or could not be checked: then none is told.
    const reason = verdict === 'pass' ? request.reason : '';
    const notice = { ...unsentAt(CANCELLED, now), cause: 'cancelled' as const };
    const cancelled = await cancelSession({ ...request, reason }, notice);
    if (cancelled) return done({ told: await followUp(cancelled, CANCELLED, now) });
    const session = await sessionById(request.studioId, request.sessionId, member._id);
    if (!session) return refuse('not_found');
    if (session.state === 'open') return refuse('past');
    return isRepeat(session, request.reason)
      ? done({ told: toldBy(session.notices.find(({ noticeId }) => noticeId === CANCELLED)) })
      : refuse('closed');
  },
});

/** The answer to an earlier call got lost: the same tap is answered again. */
const isRepeat = ({ cancelledFor }: SessionDocument, reason: string): boolean =>
  [reason, ''].includes(cancelledFor);
