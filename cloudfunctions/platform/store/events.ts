import type { Entry, EventDocument, ShiftDocument } from '../../../typings/documents/event';
import { isFor } from '../../domain/checks';
import { _, collection } from './database';
import { defined, filtered, insertOnce, isDuplicate } from './guarded';

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
  createdBy: true,
  check: true,
  ...SESSION_FIELDS,
  roster: { $elemMatch: { memberId, leftAt: null } },
});

/** Cards that this person may see: `roster` holds their own entry or nothing. */
export const cardsFor = <T extends EventDocument>(data: unknown[], memberId: string): T[] =>
  (data as (Omit<T, 'roster'> & { roster?: Entry[] })[])
    .map((event) => ({ roster: [], ...event }) as unknown as T)
    .filter((event) => isFor(event, memberId));

/** Null also where its words have not passed and this person did not write them. */
export async function shiftById(
  studioId: string,
  shiftId: string,
  memberId: string,
): Promise<ShiftDocument | null> {
  const { data } = await filtered('events', { _id: shiftId, studioId, kind: 'shift' }).limit(1).get();
  const [shift] = data as ShiftDocument[];
  return shift && isFor(shift, memberId) ? shift : null;
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
  return cardsFor(data, memberId);
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
  return cardsFor(data, memberId);
}

export async function eventById(eventId: string): Promise<EventDocument | null> {
  return (await eventsByIds([eventId]))[0] ?? null;
}

/** Inserting the same id again changes nothing: it is the same request, arrived twice. */
export async function insertEvent(event: EventDocument): Promise<void> {
  await insertOnce('events', event);
}

/** Several at once; where a part is there already, the rest comes one by one. */
export async function insertEvents(events: EventDocument[]): Promise<void> {
  defined(events, 'events');
  try {
    await collection('events').add(events);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    for (const event of events) await insertEvent(event);
  }
}
