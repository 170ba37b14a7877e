import type { SessionCard } from '../../typings/contract';
import type { SessionDocument } from '../../typings/documents/event';
import { present } from './roster';
import { isFollower, rosterIdOf, seatPost, seatsOn, statusOf, takenOn } from './session';

/** 活动卡：`session.roster` may be cut down to the viewer's own entry. */
export function sessionCardOf(session: SessionDocument, memberId: string, now: number): SessionCard {
  const { activity, pillar, title, place, summary, startsAt, endsAt } = session;
  return {
    sessionId: session._id,
    activity,
    pillar,
    title,
    place,
    summary,
    startsAt,
    endsAt,
    status: statusOf(session, now),
    seats: seatsOn(session),
    mine: mineOn(session, memberId),
    head: isFollower(session) ? rosterIdOf(session) : null,
  };
}

/** While nobody waits, everybody has a seat; after that only the detail can tell. */
function mineOn(session: SessionDocument, memberId: string): SessionCard['mine'] {
  const entry = present(session).find((candidate) => candidate.memberId === memberId);
  if (!entry) return null;
  const everybodySits = takenOn(session) <= (seatPost(session)?.headCount ?? 0);
  return { seats: entry.seats, standing: everybodySits || entry.given === true ? 'placed' : 'joined' };
}
