import type { EventDocument } from '../../../typings/documents/event';
import type { MemberDocument } from '../../../typings/documents/member';
import type { RosterEntryDocument } from '../../../typings/documents/roster-entry';
import { ERASED_NAME, type NamePlace } from '../../domain/erased-names';
import { _, collection } from './database';
import { defined, filtered } from './guarded';

const PAGE = 50;

const PLACES = ['roster.memberId', 'bookings.memberId'];

/** Events that have an entry or a booking of one of these people. */
function withPlaceOf(memberIds: string[], more: Record<string, unknown> = {}) {
  defined({ memberIds, more }, 'guard');
  return collection('events').where(_.or(PLACES.map((place) => ({ [place]: _.in(memberIds), ...more }))));
}

/** Those of this person, by id, after `after`. */
export async function eventsWith(memberId: string, after: string): Promise<EventDocument[]> {
  const { data } = await withPlaceOf([memberId], { _id: _.gt(after) })
    .orderBy('_id', 'asc')
    .limit(PAGE)
    .get();
  return data as EventDocument[];
}

/** Events that still name one of these people. */
export async function eventsNaming(memberIds: string[]): Promise<EventDocument[]> {
  const named = _.elemMatch({ memberId: _.in(memberIds), name: _.neq(ERASED_NAME) });
  const theirs = { 'roster.memberId': _.in(memberIds) };
  const { data } = await collection('events')
    .where(
      _.or([
        { ...theirs, roster: named },
        { ...theirs, notices: _.elemMatch({ outcomes: named }) },
        { 'bookings.memberId': _.in(memberIds), bookings: named },
      ]),
    )
    .limit(PAGE)
    .get();
  return data as EventDocument[];
}

/**
 * One write for all places of names in an event. Entries never move; a notice may, when its retention ends, and then nothing is written:
 * the event is found again.
 */
export async function eraseNames(eventId: string, places: NamePlace[]): Promise<void> {
  if (places.length === 0) return;
  await filtered('events', { _id: eventId, ...ownersOf(places) }).update({
    ...Object.fromEntries(places.map(({ name }) => [name, ERASED_NAME])),
    ...Object.fromEntries(places.flatMap(({ along }) => along.map((path) => [path, _.remove()]))),
  });
}

const ownersOf = (places: NamePlace[]) =>
  Object.fromEntries(places.map(({ owner, memberId }) => [owner, memberId]));

/** The same for a name that stood in for theirs: only where it still stands, so that an erased one stays erased. */
export async function replaceNames(
  eventId: string,
  places: NamePlace[],
  { from, to }: { from: string; to: string },
): Promise<void> {
  if (places.length === 0) return;
  const standing = Object.fromEntries(places.map(({ name }) => [name, from]));
  await filtered('events', { _id: eventId, ...ownersOf(places), ...standing }).update(
    Object.fromEntries(places.map(({ name }) => [name, to])),
  );
}

/** What somebody may take along at once: the newest of what they signed up for. */
const MOST = 200;

const fieldsOf = (path: string, fields: readonly string[]) =>
  Object.fromEntries(fields.map((field) => [`${path}.${field}`, true]));

/** Of what others have there, only what tells which is theirs. */
const OWN = {
  ...fieldsOf('roster', ['entryId', 'memberId', 'post', 'at', 'leftAt', 'seats', 'youth', 'answers']),
  ...fieldsOf('bookings', ['deskId', 'slot', 'memberId']),
  ...fieldsOf('notices', ['cause', 'since', 'removed', 'outcomes.memberId', 'outcomes.outcome']),
};

/** The newest events with an entry or a booking of this person. */
export async function eventsOf(memberId: string): Promise<EventDocument[]> {
  const { data } = await withPlaceOf([memberId])
    .field({
      kind: true,
      title: true,
      place: true,
      startsAt: true,
      endsAt: true,
      posts: true,
      questions: true,
      desks: true,
      ...OWN,
    })
    .orderBy('startsAt', 'desc')
    .limit(MOST)
    .get();
  return data as EventDocument[];
}

/** 花名册上认给了我的那些。 */
export async function entriesTiedTo(memberId: string): Promise<RosterEntryDocument[]> {
  const { data } = await filtered('rosterEntries', { memberId }).limit(PAGE).get();
  return data as RosterEntryDocument[];
}

/** Those of these people who (still, or again) have a document. */
export async function membersAmong(memberIds: string[]): Promise<MemberDocument[]> {
  const { data } = await filtered('members', { _id: _.in(memberIds) })
    .limit(1000)
    .get();
  return data as MemberDocument[];
}
