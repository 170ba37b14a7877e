import type { Booking, SessionDocument } from '../../../typings/documents/event';
import { _ } from './database';
import { filtered, guardedUpdate } from './guarded';

/** One person a slot, one slot a person and desk; where people sign up, only those who have. */
export function pushBooking(
  { _id, rev, posts }: SessionDocument,
  booking: Booking,
): Promise<SessionDocument | null> {
  const { deskId, slot, memberId } = booking;
  return guardedUpdate<SessionDocument>(
    'events',
    {
      _id,
      rev,
      state: 'open',
      bookings: _.and([_.not(_.elemMatch({ deskId, slot })), _.not(_.elemMatch({ deskId, memberId }))]),
      ...(posts.length > 0 && { roster: _.elemMatch({ memberId, leftAt: null }) }),
    },
    { bookings: _.push([booking]) },
  );
}

export function pullBooking(
  studioId: string,
  sessionId: string,
  { deskId, memberId }: Pick<Booking, 'deskId' | 'memberId'>,
): Promise<SessionDocument | null> {
  return guardedUpdate<SessionDocument>(
    'events',
    { _id: sessionId, studioId, kind: 'session', bookings: _.elemMatch({ deskId, memberId }) },
    { bookings: _.pull({ deskId, memberId }) },
  );
}

/** Everything that these people have booked, in one studio or anywhere, also what is over: it holds their names. */
export async function dropBookings(memberIds: string[], where: { studioId?: string } = {}): Promise<void> {
  const theirs = { memberId: _.in(memberIds) };
  await filtered('events', { 'bookings.memberId': theirs.memberId, ...where }).update({
    bookings: _.pull(theirs),
  });
}
