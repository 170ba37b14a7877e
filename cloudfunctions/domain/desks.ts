import type { Booking, Desk, SessionDocument } from '../../typings/documents/event';

/** 咨询台：一人一个时段，按时段的先后编号。 */

const MINUTE = 60_000;

export const slotsOf = ({ from, to, minutes }: Desk): number => Math.floor((to - from) / (minutes * MINUTE));

export const slotTime = ({ from, minutes }: Desk, slot: number): number => from + slot * minutes * MINUTE;

/** Which slot begins at this time; null: none. */
export function slotAt(desk: Desk, at: number): number | null {
  const slot = (at - desk.from) / (desk.minutes * MINUTE);
  return Number.isInteger(slot) && slot >= 0 && slot < slotsOf(desk) ? slot : null;
}

/** 下一个空着的时段，从现在起。 */
export function nextFree(
  { bookings }: Pick<SessionDocument, 'bookings'>,
  desk: Desk,
  now: number,
): number | null {
  const taken = new Set(bookings.filter(({ deskId }) => deskId === desk.deskId).map(({ slot }) => slot));
  for (let slot = 0; slot < slotsOf(desk); slot++) {
    if (!taken.has(slot) && slotTime(desk, slot) > now) return slot;
  }
  return null;
}

export const bookingOf = (
  { bookings }: Pick<SessionDocument, 'bookings'>,
  deskId: string,
  memberId: string,
): Booking | undefined =>
  bookings.find((booking) => booking.deskId === deskId && booking.memberId === memberId);
