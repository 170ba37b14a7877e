import type { SessionDetail, SessionStanding } from '../../typings/contract';
import type { Role } from '../../typings/documents/common';
import type { SessionDocument } from '../../typings/documents/event';
import { allowed, type Scope } from './access';
import { bookingOf, nextFree, slotTime } from './desks';
import { type Place, placeOf, queueOf } from './roster';
import { isFollower, seatPost, seatsOn } from './session';
import { actionsOn } from './session-actions';
import { followUp } from './session-follow';
import { sessionCardOf } from './session-view';

export interface Viewer {
  memberId: string;
  role: Role;
  veteran: boolean;
}

/** 活动详情：`public` names nobody, `studio` adds what those who lead it have to follow up. `head` keeps the roster, perhaps itself. */
export function sessionDetailOf(
  session: SessionDocument,
  head: SessionDocument,
  viewer: Viewer,
  scope: Scope,
  now: number,
): SessionDetail {
  const post = seatPost(head);
  const queue = post ? queueOf(head, post) : [];
  const mine = sessionStandingOf(head, viewer.memberId);
  const { spot, opensAt, deadline, cutOff, audience, companions, questions, changes, cancelledFor, rev } =
    session;
  return {
    ...sessionCardOf(session, viewer.memberId, now),
    ...(isFollower(session) && { seats: seatsOn(head) }),
    check: session.check ? { state: session.check.state, reason: session.check.reason } : null,
    spot,
    cover: coverFor(session, viewer.role),
    opensAt,
    deadline,
    cutOff,
    audience,
    companions,
    questions,
    more: session.more,
    mine,
    people: scope === 'public' ? null : peopleOf(queue, viewer.memberId),
    waiting: queue.filter(({ state }) => state === 'waiting').length,
    desks: session.desks.map((desk) => {
      const free = nextFree(session, desk, now);
      const booked = bookingOf(session, desk.deskId, viewer.memberId);
      return {
        deskId: desk.deskId,
        title: desk.title,
        from: desk.from,
        to: desk.to,
        minutes: desk.minutes,
        nextFree: free === null ? null : slotTime(desk, free),
        mine: booked ? slotTime(desk, booked.slot) : null,
      };
    }),
    changes,
    cancelledFor,
    rev,
    follow: scope === 'studio' ? followUp(session, head) : null,
    can: allowed(viewer.role, actionsOn(session, { mine, viewer, scope }, now)),
  };
}

/** 我有座，还是排第几。 */
export function sessionStandingOf(session: SessionDocument, memberId: string): SessionStanding | null {
  const place = placeOf(session, memberId);
  return place && { seats: place.entry.seats, state: place.state, ahead: place.ahead };
}

const peopleOf = (queue: Place[], memberId: string) =>
  queue
    .filter(({ state }) => state === 'placed')
    .map(({ entry }) => ({ name: entry.name, seats: entry.seats, me: entry.memberId === memberId }));

/** 封面：staff see their own before it is checked. */
const coverFor = ({ cover }: SessionDocument, role: Role): string | null =>
  cover && (cover.state === 'passed' || role === 'staff') ? cover.fileId : null;
