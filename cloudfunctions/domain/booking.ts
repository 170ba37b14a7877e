import type { ErrorCode, Request } from '../../typings/contract';
import type { Booking, SessionDocument } from '../../typings/documents/event';
import { bookingOf, nextFree, slotAt, slotTime } from './desks';
import { present } from './roster';
import { isUnopened } from './session';

type BookDecision =
  | { ok: true; slot: number; at: number }
  /** It stands already: the same tap came twice. */
  | { ok: 'stands'; at: number }
  | { ok: false; code: ErrorCode };

/** 约一个时段：one person a slot, one slot a person and desk. */
export function decideBooking(
  session: SessionDocument | null,
  { deskId, at }: Pick<Request<'activities.book'>, 'deskId' | 'at'>,
  memberId: string,
  now: number,
): BookDecision {
  const no = (code: ErrorCode) => ({ ok: false as const, code });
  const desk = session?.desks.find((candidate) => candidate.deskId === deskId);
  if (!session || isUnopened(session, now) || !desk) return no('not_found');
  if (session.state !== 'open') return no('closed');
  if (session.endsAt <= now) return no('past');
  const mine = bookingOf(session, deskId, memberId);
  const mineAt = mine ? slotTime(desk, mine.slot) : null;
  if (mineAt !== null)
    return at === null || at === mineAt ? { ok: 'stands', at: mineAt } : no('already_joined');
  const comes = session.posts.length === 0 || present(session).some((entry) => entry.memberId === memberId);
  if (!comes) return no('not_joined');
  const slot = at === null ? nextFree(session, desk, now) : slotAt(desk, at);
  if (slot === null) return no('slot_taken');
  if (slotTime(desk, slot) <= now) return no('past');
  const taken = session.bookings.some(
    (booking: Booking) => booking.deskId === deskId && booking.slot === slot,
  );
  return taken ? no('slot_taken') : { ok: true, slot, at: slotTime(desk, slot) };
}
