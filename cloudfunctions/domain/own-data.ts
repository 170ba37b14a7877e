import type { EventDocument } from '../../typings/documents/event';

/** 我在这件事里报过的名。 */
export function ownDuties(event: EventDocument, memberId: string) {
  const { title, place, startsAt, endsAt, posts } = event;
  return event.roster
    .filter((entry) => entry.memberId === memberId)
    .map(({ post, at, leftAt }) => ({
      title,
      place,
      startsAt,
      endsAt,
      post: posts.find(({ code }) => code === post)?.title ?? '',
      at,
      leftAt,
    }));
}

/** 发给我的通知：什么时候、为哪一班、发出去没有。 */
export function ownNotices({ title, notices }: EventDocument, memberId: string) {
  return notices.flatMap(({ since, outcomes }) =>
    outcomes
      .filter((told) => told.memberId === memberId)
      .map(({ outcome }) => ({ title, at: since, sent: outcome === 'sent' })),
  );
}
