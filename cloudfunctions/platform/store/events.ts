import type { Entry, EventDocument, SessionDocument, ShiftDocument } from '../../../typings/documents/event';
import { isFor } from '../../domain/checks';
import { _, collection } from './database';
import { filtered, insertOnce } from './guarded';

/** The longest list an answer holds; the SDK's own default is 100. */
const MOST = 200;

/** What a card shows: counters and my own entry, never a whole roster. */
const cardFields = (memberId: string) => ({
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
  roster: { $elemMatch: { memberId, leftAt: null } },
});

/** Cards that this person may see: `roster` holds their own entry or nothing. */
const cardsFor = <T extends EventDocument>(data: unknown[], memberId: string): T[] =>
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

export async function sessionCards(
  studioId: string,
  memberId: string,
  from: number,
  to: number,
): Promise<SessionDocument[]> {
  const { data } = await filtered('events', {
    studioId,
    kind: 'session',
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
    { studioId, kind: 'session', startsAt: _.and(_.gte(sessions.from), _.lt(sessions.to)) },
  ]);
  const { data } = await collection('events')
    .where(query)
    .field(cardFields(memberId))
    .orderBy('startsAt', 'asc')
    .limit(MOST)
    .get();
  return cardsFor(data, memberId);
}

/** Inserting the same id again changes nothing: it is the same request, arrived twice. */
export async function insertEvent(event: EventDocument): Promise<void> {
  await insertOnce('events', event);
}
