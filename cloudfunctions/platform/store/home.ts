import type { EventDocument } from '../../../typings/documents/event';
import type { MemberDocument } from '../../../typings/documents/member';
import type { TownDocument } from '../../../typings/documents/town';
import { collection } from './database';
import { cardFields, cardsFor } from './events';
import { defined } from './guarded';
import { rowsOf } from './rows';

export interface Span {
  from: number;
  to: number;
}

/** 打开小程序的第一屏要的一切。 */
export interface AtHome {
  member: MemberDocument;
  /** My claimed events, the day's shifts, the coming sessions; each once, by time. */
  events: EventDocument[];
  /** Names of the studios that I am in. */
  studios: { _id: string; name: string }[];
  town: Pick<TownDocument, '_id' | 'name'> | null;
  /** Roster entries at which somebody waits to be told apart. */
  asking: number;
}

const MOST = 200;
const MOST_ASKING = 99;

/**
 * Who I am and my first screen in one trip: the look-ups are of this studio whoever asks, and the use case answers them only to a
 * member of it. Null for a stranger.
 */
export async function atHome(
  openid: string,
  studioId: string,
  { day, sessions, now }: { day: Span; sessions: Span; now: number },
): Promise<AtHome | null> {
  defined({ openid, studioId, day, sessions, now }, 'home');
  const [found] = await rowsOf<Found>(
    collection('members')
      .aggregate()
      .match({ openid })
      .addFields({ refs: refsOf(studioId, now), mine: '$studios.studioId' })
      .lookup({ from: 'events', localField: 'refs', foreignField: '_id', as: 'claimed' })
      .lookup(eventsOf('shifts', studioId, 'shift', day))
      .lookup(eventsOf('sessions', studioId, 'session', sessions))
      .lookup({ from: 'studios', localField: 'mine', foreignField: '_id', as: 'names' })
      .lookup({ from: 'towns', localField: 'supervises', foreignField: '_id', as: 'towns' })
      .lookup(askingOf(studioId))
      .addFields({ claimed: CLAIMED }),
  );
  if (!found) return null;
  const { claimed, shifts, sessions: coming, names, towns, asking, ...member } = found;
  return {
    member,
    events: inOrder(cardsFor([...claimed, ...shifts, ...coming], member._id), studioId),
    studios: names,
    town: towns[0] ?? null,
    asking: asking.length,
  };
}

type Found = MemberDocument & {
  claimed: EventDocument[];
  shifts: EventDocument[];
  sessions: EventDocument[];
  names: AtHome['studios'];
  towns: Pick<TownDocument, '_id' | 'name'>[];
  asking: object[];
};

/** What I have claimed here and is not over. */
const refsOf = (studioId: string, now: number) => ({
  $map: {
    input: {
      $filter: {
        input: '$claims',
        as: 'claim',
        cond: { $and: [{ $eq: ['$$claim.studioId', studioId] }, { $gt: ['$$claim.to', now] }] },
      },
    },
    as: 'claim',
    in: '$$claim.ref',
  },
});

/** Of a roster only the entry of this person that has not left. */
const ownEntry = (roster: string, me: string) => ({
  $filter: {
    input: roster,
    as: 'entry',
    cond: { $and: [{ $eq: ['$$entry.memberId', me] }, { $eq: ['$$entry.leftAt', null] }] },
  },
});

/** Claimed events are found by id, whole: what the others hold is left with the database. */
const CLAIMED = {
  $map: {
    input: '$claimed',
    as: 'event',
    in: { $mergeObjects: ['$$event', { roster: ownEntry('$$event.roster', '$_id'), notices: [] }] },
  },
};

const eventsOf = (as: string, studioId: string, kind: string, { from, to }: Span) => ({
  from: 'events',
  let: { me: '$_id' },
  pipeline: [
    { $match: { studioId, kind, startsAt: { $gte: from, $lt: to } } },
    { $sort: { startsAt: 1 } },
    { $limit: MOST },
    { $project: { ...cardFields(''), roster: ownEntry('$roster', '$$me') } },
  ],
  as,
});

const askingOf = (studioId: string) => ({
  from: 'rosterEntries',
  pipeline: [
    { $match: { studioId, waiting: { $gt: 0 } } },
    { $limit: MOST_ASKING },
    { $project: { waiting: 1 } },
  ],
  as: 'asking',
});

/** Each event once, by time; a claim may name an event that is none of this studio's. */
function inOrder(events: EventDocument[], studioId: string): EventDocument[] {
  const byId = new Map(
    events.filter((event) => event.studioId === studioId).map((event) => [event._id, event]),
  );
  return [...byId.values()].sort((a, b) => a.startsAt - b.startsAt);
}
