import type { Booking, EventDocument, Notice } from '../../typings/documents/event';
import { placeOf, present, promotedBy } from './roster';

/** 一条消息说的是什么。 */
export type What = 'promoted' | 'removed' | 'changed' | 'cancelled' | 'reminder';

export interface Recipient {
  memberId: string;
  name: string;
  what: What;
}

/** 因为这件事，要告诉谁什么。`roll` keeps the roster: the event itself, or the first of its series. */
export function recipientsOf(event: EventDocument, notice: Notice, roll: EventDocument = event): Recipient[] {
  switch (notice.cause) {
    case 'left':
    case 'given':
      return promoted(event, notice);
    case 'resized':
      return [...promoted(event, notice), ...removed(event, notice.removed)];
    case 'cancelled':
      return everybody(event, roll).map((person) => ({ ...person, what: 'cancelled' }));
    case 'changed':
    case 'reminder': {
      const { cause } = notice;
      const people: Recipient[] = everybody(event, roll).map((person) => ({ ...person, what: cause }));
      return event.state === 'open' ? people.filter((person) => concerns(event, person, roll)) : [];
    }
  }
}

/** Whether it is still news to this person. */
export function concerns(
  event: EventDocument,
  { memberId, what }: Pick<Recipient, 'memberId' | 'what'>,
  roll: EventDocument = event,
): boolean {
  if (what === 'removed') return placeOf(roll, memberId) === null;
  const place = placeOf(roll, memberId);
  if (what === 'promoted') return place?.state === 'placed';
  const booked = bookingsOf(event).some((booking) => booking.memberId === memberId);
  return booked || (what === 'reminder' ? place?.state === 'placed' : place !== null);
}

/** What a notice says to one of those whom it is for. */
export function whatIsToldTo({ roster }: EventDocument, notice: Notice, memberId: string): What {
  if (notice.cause === 'left' || notice.cause === 'given') return 'promoted';
  if (notice.cause !== 'resized') return notice.cause;
  const goes = roster.some((entry) => entry.memberId === memberId && notice.removed.includes(entry.entryId));
  return goes ? 'removed' : 'promoted';
}

const promoted = (event: EventDocument, { noticeId }: Notice): Recipient[] =>
  event.state === 'open'
    ? promotedBy(event, noticeId).map(({ memberId, name }) => ({ memberId, name, what: 'promoted' }))
    : [];

const removed = ({ roster }: EventDocument, entryIds: string[]): Recipient[] =>
  roster
    .filter(({ entryId }) => entryIds.includes(entryId))
    .map(({ memberId, name }) => ({ memberId, name, what: 'removed' }));

/** Everybody signed up, and everybody with a time at a desk; each once. */
function everybody(event: EventDocument, roll: EventDocument): { memberId: string; name: string }[] {
  const people = [...present(roll), ...bookingsOf(event)].map(({ memberId, name }) => ({ memberId, name }));
  return [...new Map(people.map((person) => [person.memberId, person])).values()];
}

const bookingsOf = (event: EventDocument): Booking[] => (event.kind === 'session' ? event.bookings : []);
