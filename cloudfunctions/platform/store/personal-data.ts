import type { EventDocument } from '../../../typings/documents/event';
import { ERASED_NAME, type NamePlace } from '../../domain/personal-data';
import { _ } from './database';
import { filtered } from './guarded';

const PAGE = 50;

/** Events with an entry of this person, by id, after `after`. */
export async function eventsWith(memberId: string, after: string): Promise<EventDocument[]> {
  const { data } = await filtered('events', { 'roster.memberId': memberId, _id: _.gt(after) })
    .orderBy('_id', 'asc')
    .limit(PAGE)
    .get();
  return data as EventDocument[];
}

/** One write for all places of a name in an event; entries never move, and the guard makes sure of each. */
export async function eraseNames(eventId: string, places: NamePlace[], memberId: string): Promise<void> {
  if (places.length === 0) return;
  await filtered('events', {
    _id: eventId,
    ...Object.fromEntries(places.map(({ owner }) => [owner, memberId])),
  }).update({
    ...Object.fromEntries(places.map(({ name }) => [name, ERASED_NAME])),
    ...Object.fromEntries(places.flatMap(({ along }) => along.map((path) => [path, _.remove()]))),
  });
}

/** What somebody may take along at once: the newest of what they signed up for. */
const MOST = 200;

const OWN_ENTRY = { 'roster.memberId': true, 'roster.post': true, 'roster.at': true, 'roster.leftAt': true };

/** The newest events with an entry of this person; of the rosters only what tells which entry is theirs. */
export async function eventsOf(memberId: string): Promise<EventDocument[]> {
  const { data } = await filtered('events', { 'roster.memberId': memberId })
    .field({ title: true, place: true, startsAt: true, endsAt: true, posts: true, ...OWN_ENTRY })
    .orderBy('startsAt', 'desc')
    .limit(MOST)
    .get();
  return data as EventDocument[];
}
