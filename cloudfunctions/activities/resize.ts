import { resize } from '../../typings/contract/activities';
import type { SessionDocument } from '../../typings/documents/event';
import { recipientsOf } from '../domain/audience';
import { decideResize } from '../domain/capacity';
import { unsentAt } from '../domain/notices';
import { seatPost } from '../domain/session';
import { partyOf } from '../domain/session-follow';
import { staleness } from '../domain/session-change';
import { followUp } from '../platform/sign-up/follow-up';
import { changeCapacity } from '../platform/store/session-changes';
import { sessionById } from '../platform/store/sessions';
import { done, refuse, useCase } from '../platform/use-case';

/** Between reading and writing people sign up and leave; what staff saw stays the same. */
const ROUNDS = 20;

/** 改名额：多了，排队的补上；少到坐不下，先答谁最后来，再由工作人员点名，名字和名额在同一次写里。 */
export default useCase({
  action: 'activities.resize',
  schema: resize,
  admission: 'write',
  audit: ({ sessionId }) => ({ record: sessionId, fields: ['seats'] }),
  async run({ studioId, sessionId, rev, seats, leaving }, { member, now }) {
    for (let round = 0; round < ROUNDS; round++) {
      const session = await sessionById(studioId, sessionId, member._id);
      const post = session && seatPost(session);
      if (!session) return refuse('not_found');
      if (isResized(session, rev, seats)) return done(nothingOver(session));
      const stale = staleness(session, rev, now) ?? (post ? null : 'no_such_post');
      if (stale || !post) return refuse(stale ?? 'no_such_post');

      const decision = decideResize(session, post, seats, leaving);
      if (!decision.ok) {
        const { over, last } = decision;
        return done({ done: false, rev, over, last: last.map(partyOf), promoted: 0 });
      }
      const notice = {
        ...unsentAt(resizedId(rev + 1), now),
        cause: 'resized' as const,
        ...decision.resizing,
      };
      const changed = await changeCapacity(session, notice, member._id);
      if (!changed) continue;
      await followUp(changed, notice.noticeId, now);
      return done(nothingOver(changed));
    }
    return refuse('changed');
  },
});

/** The answer to an earlier call got lost: the same tap is answered again. */
const isResized = (session: SessionDocument, rev: number, seats: number): boolean =>
  session.rev === rev + 1 &&
  session.notices.some(
    (notice) => notice.noticeId === resizedId(rev + 1) && notice.cause === 'resized' && notice.to === seats,
  );

const resizedId = (rev: number): string => `resized-${rev}`;

function nothingOver(session: SessionDocument) {
  const notice = session.notices.find(({ noticeId }) => noticeId === resizedId(session.rev));
  const told = notice ? recipientsOf(session, notice) : [];
  const promoted = told.filter(({ what }) => what === 'promoted').length;
  return { done: true, rev: session.rev, over: 0, last: [], promoted };
}
