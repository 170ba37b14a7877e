import type { Entry, EventDocument, Post } from '../../typings/documents/event';

/**
 * 名单就是一条队：谁有岗、谁排队，由先后、岗位和人数算出来，从不另存。
 * Strictly first come, first served: nobody overtakes a party that waits, so who was placed stays placed.
 */

type WithRoster = Pick<EventDocument, 'posts' | 'roster'>;

export interface Place {
  entry: Entry;
  state: 'placed' | 'waiting';
  /** Seats that wait before this entry. */
  ahead: number;
}

/** 一个岗位的队，按先后。 */
export function queueOf(event: WithRoster, post: Post): Place[] {
  let taken = 0;
  let waiting = 0;
  return present(event)
    .filter((entry) => entry.post === post.code)
    .map((entry) => {
      if (waiting === 0 && taken + entry.seats <= post.headCount) {
        taken += entry.seats;
        return { entry, state: 'placed', ahead: 0 };
      }
      const ahead = waiting;
      waiting += entry.seats;
      return { entry, state: 'waiting', ahead };
    });
}

/** 我在这个班次里的位置；没报名就没有。 */
export function placeOf(event: WithRoster, memberId: string): Place | null {
  const mine = present(event).find((entry) => entry.memberId === memberId);
  const post = event.posts.find((candidate) => candidate.code === mine?.post);
  if (!mine || !post) return null;
  return queueOf(event, post).find((place) => place.entry === mine) ?? null;
}

/** 因为这次退出而补上的人；`event` as the leaving left it, or cut back to that time by `asOf`. */
export function promotedBy(event: EventDocument, noticeId: string): Entry[] {
  const index = event.notices.findIndex((notice) => notice.noticeId === noticeId);
  if (index < 0) return [];
  const before = placedAt(event, index);
  const after = placedAt(event, index + 1);
  const now = placedIn(event);
  return event.roster.filter(({ entryId }) => !before.has(entryId) && after.has(entryId) && now.has(entryId));
}

/** The event without those who came later than `time`. */
export const asOf = (event: EventDocument, time: number): EventDocument => ({
  ...event,
  roster: event.roster.filter((entry) => entry.at <= time),
});

/** Entries that have not left. */
export function present(event: Pick<EventDocument, 'roster'>): Entry[] {
  return event.roster.filter((entry) => entry.leftAt === null);
}

function placedIn(event: WithRoster): Set<string> {
  return new Set(
    event.posts
      .flatMap((post) => queueOf(event, post))
      .filter((place) => place.state === 'placed')
      .map((place) => place.entry.entryId),
  );
}

/** Who had a place when `count` of the leavings had happened: the notices stand in the order of their causes. */
function placedAt(event: EventDocument, count: number): Set<string> {
  const later = event.notices.slice(count);
  const roster = event.roster.map((entry) =>
    later.some(({ memberId, at }) => entry.memberId === memberId && entry.leftAt === at)
      ? { ...entry, leftAt: null }
      : entry,
  );
  return placedIn({ posts: event.posts, roster });
}
