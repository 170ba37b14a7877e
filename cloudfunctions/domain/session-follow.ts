import type { SessionDetail } from '../../typings/contract';
import type { Entry, SessionDocument } from '../../typings/documents/event';
import { concerns, whatIsToldTo } from './audience';
import { slotTime } from './desks';
import { queueOf } from './roster';
import { seatPost } from './session';

type FollowUp = NonNullable<SessionDetail['follow']>;

/** 带活动的人要跟进的：谁有座、谁在排、谁退了、谁要打电话、谁约了咨询。 */
export function followUp(session: SessionDocument, head: SessionDocument): FollowUp {
  const post = seatPost(head);
  const queue = post ? queueOf(head, post) : [];
  const answered = ({ entry }: { entry: Entry }) => ({
    ...partyOf(entry),
    answers: session.questions.map(({ questionId }) => entry.answers?.[questionId] ?? ''),
  });
  return {
    placed: queue.filter(({ state }) => state === 'placed').map(answered),
    waiting: queue.filter(({ state }) => state === 'waiting').map(answered),
    left: head.roster.flatMap((entry) =>
      entry.leftAt === null ? [] : [{ ...partyOf(entry), at: entry.leftAt }],
    ),
    toRing: toRing(session, head),
    held: head.held,
    bookings: session.desks
      .flatMap((desk) =>
        session.bookings
          .filter(({ deskId }) => deskId === desk.deskId)
          .map(({ slot, name }) => ({ desk: desk.title, at: slotTime(desk, slot), name })),
      )
      .sort((a, b) => a.at - b.at),
  };
}

export const partyOf = ({ entryId, name, seats, at }: Entry) => ({ entryId, name, seats, at });

/** Whoever a message did not reach for sure and whom it still concerns: the latest reason. */
function toRing(session: SessionDocument, head: SessionDocument): FollowUp['toRing'] {
  const people = new Map<string, FollowUp['toRing'][number]>();
  const notices = session === head ? head.notices : [...head.notices, ...session.notices];
  for (const notice of notices) {
    for (const { memberId, name, outcome } of notice.outcomes) {
      const why = whatIsToldTo(head, notice, memberId);
      const known = people.get(memberId);
      if (outcome === 'sent' && known?.why === why) people.delete(memberId);
      if (outcome === 'sent' || !concerns(session, { memberId, what: why }, head)) continue;
      const entry = head.roster.findLast((candidate) => candidate.memberId === memberId);
      people.set(memberId, { entryId: entry?.entryId ?? null, name, why });
    }
  }
  return [...people.values()];
}
