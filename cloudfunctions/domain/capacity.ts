import type { Entry, EventDocument, Post, ResizedNotice } from '../../typings/documents/event';
import { heldSeats, keptBy, queueOf, seatsOf } from './roster';

/** 名额改了以后：谁让出来，哪些空着的位子不再留。 */
export type Resizing = Pick<ResizedNotice, 'post' | 'from' | 'to' | 'removed' | 'released'>;

export type ResizeDecision =
  | { ok: true; resizing: Resizing }
  /** So many seats more are taken than there will be: staff name who leaves; `last` are those who came last. */
  | { ok: false; over: number; last: Entry[] };

/** Raising keeps everybody. Lowering first gives up seats that stand empty, then needs the names of those who leave. */
export function decideResize(
  event: EventDocument,
  post: Post,
  to: number,
  leaving: string[],
): ResizeDecision {
  const placed = queueOf(event, post).filter(({ state }) => state === 'placed');
  const staying = placed.filter(({ entry }) => !leaving.includes(entry.entryId));
  const over = seatsOf(staying) - to;
  if (over > 0)
    return {
      ok: false,
      over,
      last: lastOf(
        placed.map(({ entry }) => entry),
        over,
      ),
    };
  const removed = placed.filter((place) => !staying.includes(place)).map(({ entry }) => entry.entryId);
  const inOrder = seatsOf(staying.filter(({ entry }) => !entry.given));
  const released = releasedOf(event, post, inOrder + allKept(event, post) - to);
  return { ok: true, resizing: { post: post.code, from: post.headCount, to, removed, released } };
}

/** 改了以后，还有几个空位子等着安排。 */
export function heldAfter(event: EventDocument, post: Post, { removed, released }: Resizing): number {
  const roster = event.roster.map((entry) => {
    const given = released.find(({ entryId }) => entryId === entry.entryId)?.seats ?? 0;
    return {
      ...entry,
      ...(given > 0 && { kept: keptBy(entry) - given }),
      ...(removed.includes(entry.entryId) && { leftAt: 0 }),
    };
  });
  return heldSeats({ posts: event.posts, roster }, post);
}

/** 空着的位子能不能给这一位：they must be enough, and the person must wait. */
export function mayGive(event: EventDocument, post: Post, entryId: string): boolean {
  const place = queueOf(event, post).find(({ entry }) => entry.entryId === entryId);
  return place?.state === 'waiting' && place.entry.seats <= heldSeats(event, post);
}

/** Those who came last and together hold at least so many seats. */
function lastOf(entries: Entry[], seats: number): Entry[] {
  const last: Entry[] = [];
  let found = 0;
  for (const entry of [...entries].reverse()) {
    if (found >= seats) break;
    last.push(entry);
    found += entry.seats;
  }
  return last;
}

const keptIn = ({ roster }: EventDocument, post: Post) =>
  roster.filter((entry) => entry.post === post.code && keptBy(entry) > 0);

const allKept = (event: EventDocument, post: Post) =>
  keptIn(event, post).reduce((total, entry) => total + keptBy(entry), 0);

/** Gives up so many empty seats, the latest first. */
function releasedOf(event: EventDocument, post: Post, seats: number): Resizing['released'] {
  let left = seats;
  return keptIn(event, post)
    .reverse()
    .flatMap((entry) => {
      const given = Math.min(left, keptBy(entry));
      left -= given;
      return given > 0 ? [{ entryId: entry.entryId, seats: given }] : [];
    });
}
