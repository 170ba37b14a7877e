import type { SessionCard } from '../../typings/contract';
import type { EventDocument, Post, SessionDocument } from '../../typings/documents/event';

/** 活动的一场：its one post is the seat; without sign-up it has none. */
export const SEAT = 'seat';

export const seatPost = (session: Pick<SessionDocument, 'posts'>): Post | null => session.posts[0] ?? null;

/** 一次报名的系列里，名单在哪一场；this one or the first. */
export const rosterIdOf = ({ _id, seriesId, seriesSignUp }: SessionDocument): string =>
  seriesSignUp && seriesId !== null ? seriesId : _id;

/** 后面的一场：its sign-up is on the first session of the series. */
export const isFollower = (session: SessionDocument): boolean => rosterIdOf(session) !== session._id;

/** 还没到发出去的时候：only staff see it. */
export const isUnopened = ({ opensAt }: SessionDocument, now: number): boolean => opensAt > now;

/** 座位一共几个，还空几个；null where nobody has to sign up here. */
export function seatsOn(session: SessionDocument): { all: number; free: number } | null {
  const post = seatPost(session);
  if (!post) return null;
  return { all: post.headCount, free: Math.max(0, post.headCount - takenOn(session)) };
}

/** Seats of those who have signed up, and those that wait for staff to give them. */
export const takenOn = ({ joined, held }: SessionDocument): number => (joined[SEAT] ?? 0) + held;

/** 一场在这一刻。 */
export function statusOf(session: SessionDocument, now: number): SessionCard['status'] {
  if (session.state !== 'open') return session.state;
  if (session.endsAt <= now) return 'over';
  if (session.startsAt <= now) return 'started';
  if (isUnopened(session, now)) return 'unopened';
  const seats = seatsOn(session);
  if (seats && session.deadline <= now) return 'closed';
  return seats?.free === 0 ? 'full' : 'open';
}

/** When the last of the times that a sign-up here takes is over. */
export const lastEnd = (event: EventDocument): number =>
  event.kind === 'session'
    ? Math.max(event.endsAt, ...event.more.map((other) => other.endsAt))
    : event.endsAt;
