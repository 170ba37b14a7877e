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

/** Everything that somebody has booked in a studio, also what is over: it holds their name. */
export async function dropBookings(studioId: string, memberId: string): Promise<void> {
  await filtered('events', { 'bookings.memberId': memberId, studioId }).update({
    bookings: _.pull({ memberId }),
  });
}
