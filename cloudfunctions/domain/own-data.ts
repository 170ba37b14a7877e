import type { MyData } from '../../typings/contract';
import type { Entry, EventDocument } from '../../typings/documents/event';
import { whatIsToldTo } from './audience';
import { slotTime } from './desks';

/** 我在这件事里报过的名。 */
export function ownDuties(event: EventDocument, memberId: string): MyData['duties'] {
  const { title, place, startsAt, endsAt, posts } = event;
  return event.roster
    .filter((entry) => entry.memberId === memberId)
    .map((entry) => ({
      title,
      place,
      startsAt,
      endsAt,
      post: posts.find(({ code }) => code === entry.post)?.title ?? '',
      at: entry.at,
      leftAt: entry.leftAt,
      seats: entry.seats,
      youth: entry.youth ?? null,
      answers: answersOf(event, entry),
    }));
}

/** A question that staff have taken out since is no longer known by its words. */
function answersOf(event: EventDocument, { answers = {} }: Entry): MyData['duties'][number]['answers'] {
  const questions = event.kind === 'session' ? event.questions : [];
  return Object.entries(answers).map(([id, answer]) => ({
    question: questions.find(({ questionId }) => questionId === id)?.text ?? '',
    answer,
  }));
}

/** 我在这件事里约的咨询。 */
export function ownBookings(event: EventDocument, memberId: string): MyData['bookings'] {
  if (event.kind !== 'session') return [];
  const { title, desks, bookings } = event;
  return desks.flatMap((desk) =>
    bookings
      .filter((booking) => booking.memberId === memberId && booking.deskId === desk.deskId)
      .map(({ slot }) => ({ title, desk: desk.title, at: slotTime(desk, slot) })),
  );
}

/** 发给我的通知：什么时候、为哪一件、说了什么、发出去没有。 */
export function ownNotices(event: EventDocument, memberId: string): MyData['notices'] {
  return event.notices.flatMap((notice) =>
    notice.outcomes
      .filter((told) => told.memberId === memberId)
      .map(({ outcome }) => ({
        title: event.title,
        at: notice.since,
        about: whatIsToldTo(event, notice, memberId),
        sent: outcome === 'sent',
      })),
  );
}
