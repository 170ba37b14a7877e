import type { Entry, EventDocument, Notice, Post } from '../../typings/documents/event';

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

/**
 * 一个岗位的队，按先后。The queue with the seats that stand empty since the cut-off still taken: nobody moves up by such a leaving. Who was given such a seat
 * takes none of the others.
 */
export function queueOf(event: WithRoster, post: Post): Place[] {
  let taken = 0;
  let waiting = 0;
  return event.roster
    .filter((entry) => entry.post === post.code)
    .flatMap((entry): Place[] => {
      if (entry.leftAt !== null) {
        taken += keptBy(entry);
        return [];
      }
      if (entry.given) return [{ entry, state: 'placed', ahead: 0 }];
      if (waiting === 0 && taken + entry.seats <= post.headCount) {
        taken += entry.seats;
        return [{ entry, state: 'placed', ahead: 0 }];
      }
      const ahead = waiting;
      waiting += entry.seats;
      return [{ entry, state: 'waiting', ahead }];
    });
}

/** 候补截止以后空出来、还没给人的位子。 */
export const heldSeats = ({ roster }: WithRoster, post: Post): number =>
  roster
    .filter((entry) => entry.post === post.code)
    .reduce(
      (held, entry) => held + keptBy(entry) - (entry.given && entry.leftAt === null ? entry.seats : 0),
      0,
    );

/** Empty seats that stay taken in the queue, because whoever sat there left after the cut-off. */
export const keptBy = ({ kept = 0, given }: Entry): number => (given ? 0 : kept);

/** 我在这个班次里的位置；没报名就没有。 */
export function placeOf(event: WithRoster, memberId: string): Place | null {
  const mine = present(event).find((entry) => entry.memberId === memberId);
  const post = event.posts.find((candidate) => candidate.code === mine?.post);
  if (!mine || !post) return null;
  return queueOf(event, post).find((place) => place.entry === mine) ?? null;
}

/** 因为这件事而补上的人；`event` as its cause left it, or cut back to that time by `asOf`. */
export function promotedBy(event: EventDocument, noticeId: string): Entry[] {
  const index = event.notices.findIndex((notice) => notice.noticeId === noticeId);
  if (index < 0) return [];
  const before = placedIn(asBefore(event, index));
  const after = placedIn(asBefore(event, index + 1));
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

/** Seats of these places. */
export const seatsOf = (places: Place[]): number =>
  places.reduce((total, { entry }) => total + entry.seats, 0);

function placedIn(event: WithRoster): Set<string> {
  return new Set(
    event.posts
      .flatMap((post) => queueOf(event, post))
      .filter((place) => place.state === 'placed')
      .map((place) => place.entry.entryId),
  );
}

/** The roster and the posts when `count` of the causes had happened: the notices stand in their order. */
function asBefore(event: EventDocument, count: number): WithRoster {
  return event.notices.slice(count).reduceRight<WithRoster>(undone, event);
}

function undone({ posts, roster }: WithRoster, notice: Notice): WithRoster {
  switch (notice.cause) {
    case 'left':
      return {
        posts,
        roster: roster.map((entry) =>
          entry.memberId === notice.memberId && entry.leftAt === notice.at ? stayed(entry) : entry,
        ),
      };
    case 'resized':
      return {
        posts: posts.map((post) => (post.code === notice.post ? { ...post, headCount: notice.from } : post)),
        roster: roster.map((entry) => {
          const released = notice.released.find(({ entryId }) => entryId === entry.entryId);
          if (released) return { ...entry, kept: (entry.kept ?? 0) + released.seats };
          return notice.removed.includes(entry.entryId) ? stayed(entry) : entry;
        }),
      };
    case 'given':
      return {
        posts,
        roster: roster.map((entry) =>
          entry.entryId === notice.entryId ? { ...entry, given: false } : entry,
        ),
      };
    case 'changed':
    case 'cancelled':
    case 'reminder':
      return { posts, roster };
  }
}

const stayed = (entry: Entry): Entry => ({ ...entry, leftAt: null, kept: 0 });
