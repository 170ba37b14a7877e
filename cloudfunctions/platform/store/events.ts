import type { Entry, EventDocument, ShiftDocument } from '../../../typings/documents/event';
import { _, collection } from './database';
import { defined, filtered } from './guarded';

/** The longest list an answer holds; the SDK's own default is 100. */
const MOST = 200;

/** What only the card of an activity shows. */
const SESSION_FIELDS = {
  seriesId: true,
  seriesSignUp: true,
  opensAt: true,
  deadline: true,
  held: true,
};

/** What a card shows: counters and my own entry, never a whole roster. */
export const cardFields = (memberId: string) => ({
  studioId: true,
  kind: true,
  work: true,
  activity: true,
  pillar: true,
  title: true,
  summary: true,
  grid: true,
  place: true,
  startsAt: true,
  endsAt: true,
  state: true,
  posts: true,
  joined: true,
  ...SESSION_FIELDS,
  roster: { $elemMatch: { memberId, leftAt: null } },
});

/** A card's document: `roster` holds my own entry or nothing. */
export const withRoster = <T extends EventDocument>(data: unknown[]): T[] =>
  (data as (Omit<T, 'roster'> & { roster?: Entry[] })[]).map(
    (event) => ({ roster: [], ...event }) as unknown as T,
  );

export async function shiftById(studioId: string, shiftId: string): Promise<ShiftDocument | null> {
  const { data } = await filtered('events', { _id: shiftId, studioId, kind: 'shift' }).limit(1).get();
  return (data[0] as ShiftDocument | undefined) ?? null;
}

/** Whole documents, with their rosters. */
export async function eventsByIds(ids: string[]): Promise<EventDocument[]> {
  const { data } = await filtered('events', { _id: _.in(ids) })
    .limit(1000)
    .get();
  return data as EventDocument[];
}

export async function shiftCards(
  studioId: string,
  memberId: string,
  from: number,
  to: number,
): Promise<ShiftDocument[]> {
  const { data } = await filtered('events', {
    studioId,
    kind: 'shift',
    startsAt: _.and(_.gte(from), _.lt(to)),
  })
    .field(cardFields(memberId))
    .orderBy('startsAt', 'asc')
    .limit(MOST)
    .get();
  return withRoster(data);
}

/** Shifts with an entry of mine, whether I stayed or not. */
export async function myShiftCards(
  studioId: string,
  memberId: string,
  from: number,
): Promise<ShiftDocument[]> {
  const { data } = await filtered('events', {
    'roster.memberId': memberId,
    startsAt: _.gte(from),
    studioId,
    kind: 'shift',
  })
    .field(cardFields(memberId))
    .orderBy('startsAt', 'asc')
    .limit(MOST)
    .get();
  return withRoster(data);
}

/** Home in one trip: my claimed events, this day's shifts, the coming sessions. */
export async function homeCards(
  studioId: string,
  memberId: string,
  claimed: string[],
  day: { from: number; to: number },
  sessions: { from: number; to: number },
): Promise<EventDocument[]> {
  const query = _.or([
    { _id: _.in(claimed), studioId },
    { studioId, kind: 'shift', startsAt: _.and(_.gte(day.from), _.lt(day.to)) },
    {
      studioId,
      kind: 'session',
      startsAt: _.and(_.gte(sessions.from), _.lt(sessions.to)),
      opensAt: _.lte(sessions.from),
    },
  ]);
  const { data } = await collection('events')
    .where(query)
    .field(cardFields(memberId))
    .orderBy('startsAt', 'asc')
    .limit(MOST)
    .get();
  return withRoster(data);
}

export async function eventById(eventId: string): Promise<EventDocument | null> {
  return (await eventsByIds([eventId]))[0] ?? null;
}

/** Inserting the same id again changes nothing: it is the same request, arrived twice. */
export async function insertEvent(event: EventDocument): Promise<void> {
  await insertOnce(event);
}

/** Several at once; where a part is there already, the rest comes one by one. */
export async function insertEvents(events: EventDocument[]): Promise<void> {
  if (await insertOnce(events)) return;
  for (const event of events) await insertOnce(event);
}

async function insertOnce(events: EventDocument | EventDocument[]): Promise<boolean> {
  defined(events, 'events');
  try {
    await collection('events').add(events);
    return true;
  } catch (error) {
    if (/E11000/.test(String(error))) return false;
    throw error;
  }
}
