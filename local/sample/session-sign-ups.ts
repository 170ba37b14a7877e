import type { Booking, Entry, EventDocument, SessionDocument } from '../../typings/documents/event';
import type { MemberDocument } from '../../typings/documents/member';
import { HOUR } from './days';
import { type Random, derivedId, randomOf } from './random';

const SPAN = 30 * HOUR;
const FEWEST = 5;
const FEW = 9;
/** Behind a full hall. */
const WAITING = 2;

/** Members without a part of their own who are on none of these duties at that time. */
export function freeFor(
  session: SessionDocument,
  members: MemberDocument[],
  duties: EventDocument[],
): MemberDocument[] {
  const busy = new Set(
    duties
      .filter(({ startsAt, endsAt }) => startsAt < session.endsAt && endsAt > session.startsAt)
      .flatMap(({ roster }) => roster.map(({ memberId }) => memberId)),
  );
  return members.filter(({ _id }) => !busy.has(_id));
}

/** 活动的名单：a few parties, or more than there are seats; some have a time at the desk. */
export function attended(
  seed: string,
  session: SessionDocument,
  members: MemberDocument[],
  full: boolean,
): SessionDocument {
  const random = randomOf(seed, 'parties', session._id);
  const seats = session.posts[0]?.headCount ?? 0;
  const comers = random.shuffled(members);
  const roster = full
    ? untilFull(seed, session, comers, seats, random)
    : comers.slice(0, FEWEST + random.below(FEW)).map((member) => party(seed, session, member, random));
  const step = SPAN / (roster.length + 1);
  const inOrder = roster.map((entry, nth) => ({
    ...entry,
    at: Math.floor(session.createdAt + step * nth + random.below(step / 2)),
  }));
  const joined = inOrder.reduce((total, entry) => total + entry.seats, 0);
  return { ...session, roster: inOrder, joined: { seat: joined }, bookings: bookingsOf(session, inOrder) };
}

function untilFull(
  seed: string,
  session: SessionDocument,
  comers: MemberDocument[],
  seats: number,
  random: Random,
): Entry[] {
  const roster: Entry[] = [];
  let taken = 0;
  let waiting = 0;
  for (const member of comers) {
    if (waiting === WAITING) break;
    const entry = party(seed, session, member, random);
    taken += entry.seats;
    if (taken > seats) waiting++;
    roster.push(entry);
  }
  return roster;
}

function party(seed: string, session: SessionDocument, member: MemberDocument, random: Random): Entry {
  const youth = session.audience === 'youth';
  return {
    entryId: derivedId(seed, 'entry', session._id, member._id),
    memberId: member._id,
    name: member.name,
    post: 'seat',
    seats: youth || random.chance(0.3) ? 2 : 1,
    at: session.createdAt,
    leftAt: null,
    by: null,
    ...(youth && { youth: 'from7' as const }),
  };
}

/** The first three at each desk. */
function bookingsOf({ desks }: SessionDocument, roster: Entry[]): Booking[] {
  return desks.flatMap(({ deskId }) =>
    roster
      .slice(0, 3)
      .map(({ memberId, name, at }, slot) => ({ deskId, slot, memberId, name, bookedAt: at })),
  );
}
