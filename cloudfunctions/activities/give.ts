import { give } from '../../typings/contract/activities';
import { mayGive } from '../domain/capacity';
import { unsentAt } from '../domain/notices';
import { seatPost } from '../domain/session';
import { staleness } from '../domain/session-change';
import { followUp } from '../platform/sign-up/follow-up';
import { giveSeat } from '../platform/store/session-changes';
import { sessionById } from '../platform/store/sessions';
import { done, refuse, useCase } from '../platform/use-case';

/** Between reading and writing people come and go; what staff saw stays the same. */
const ROUNDS = 5;

/** 截止以后空出来的位子，给一位排队的。 */
export default useCase({
  action: 'activities.give',
  schema: give,
  admission: 'write',
  audit: ({ sessionId }) => ({ record: sessionId, fields: ['given'] }),
  async run({ studioId, sessionId, rev, entryId }, { member, now }) {
    for (let round = 0; round < ROUNDS; round++) {
      const session = await sessionById(studioId, sessionId, member._id);
      if (!session) return refuse('not_found');
      const entry = session.roster.find((candidate) => candidate.entryId === entryId);
      if (session.rev === rev + 1 && entry?.given) return done({ rev: session.rev });
      const stale = staleness(session, rev, now);
      if (stale) return refuse(stale);
      const post = seatPost(session);
      if (!entry || !post || !mayGive(session, post, entryId)) return refuse('changed');

      const notice = { ...unsentAt(`given-${rev + 1}`, now), cause: 'given' as const, entryId };
      const given = await giveSeat(session, entry, notice);
      if (!given) continue;
      await followUp(given, notice.noticeId, now);
      return done({ rev: given.rev });
    }
    return refuse('changed');
  },
});
