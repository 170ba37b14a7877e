import type { ErrorCode, Request } from '../../typings/contract';
import type { ChangedNotice, Desk, Notice, SessionDocument } from '../../typings/documents/event';
import { slotsOf } from './desks';
import { unsentAt } from './notices';
import { reminderTime } from './quiet';
import { isFollower, seatPost } from './session';
import { coverOf, type Form, formFields, formRefusal, sessionWords } from './session-form';

type Change = Request<'activities.change'>;

/** Whether staff still see what stands. */
export function staleness(session: SessionDocument, rev: number, now: number): ErrorCode | null {
  if (session.state !== 'open') return 'closed';
  if (session.endsAt <= now) return 'past';
  return session.rev === rev ? null : 'changed';
}

/** 改不成的原因。 */
export function changeRefusal(session: SessionDocument, request: Change, now: number): ErrorCode | null {
  const stale = staleness(session, request.rev, now);
  if (stale) return stale;
  // The capacity is changed by itself: it may need names.
  const sameSeats = isFollower(session) || request.seats === (seatPost(session)?.headCount ?? null);
  if (!sameSeats || (session.seriesSignUp && request.desks.length > 0)) return 'bad_request';
  return (
    formRefusal(request, request, session.opensAt, now) ??
    (losesBookings(session, request.desks) ? 'has_bookings' : null)
  );
}

/** What is written, and what it means to those who come. */
export function changeOf(session: SessionDocument, request: Change, now: number) {
  const span = { startsAt: request.startsAt, endsAt: request.endsAt };
  const what = whatChanges(session, request);
  const moved = span.startsAt !== session.startsAt;
  const remindable = seatPost(session) !== null || isFollower(session);
  return {
    what,
    fields: {
      ...formFields(request, span),
      cover: sameCover(session, request) ? session.cover : coverOf(request),
      ...(moved && {
        remindAt: remindable ? reminderTime(span.startsAt, Math.max(session.opensAt, now)) : null,
      }),
    },
    notice: what.length > 0 ? changedNotice(session, now) : null,
  };
}

/** 同一次修改又到一遍：it stands already. */
export function isChanged(session: SessionDocument, request: Change): boolean {
  const span = { startsAt: request.startsAt, endsAt: request.endsAt };
  const wanted: Record<string, unknown> = formFields(request, span);
  const stored = session as unknown as Record<string, unknown>;
  const same = Object.keys(wanted).every(
    (field) => JSON.stringify(stored[field]) === JSON.stringify(wanted[field]),
  );
  return session.rev === request.rev + 1 && same && sameCover(session, request);
}

/** Words that do not stand yet. */
export function newWords(session: SessionDocument, request: Change): string[] {
  const known = sessionWords(session);
  return sessionWords(request).filter((word) => !known.includes(word));
}

/** How many were told of it. */
export const toldBy = (notice: Notice | undefined): number =>
  notice?.outcomes.filter(({ outcome }) => outcome === 'sent').length ?? 0;

export const changedId = (rev: number): string => `changed-${rev}`;

function changedNotice({ rev, startsAt, endsAt }: SessionDocument, now: number): ChangedNotice {
  return { ...unsentAt(changedId(rev + 1), now), cause: 'changed', was: { startsAt, endsAt } };
}

const sameCover = ({ cover }: SessionDocument, { coverFileId }: Form): boolean =>
  (cover?.fileId ?? null) === coverFileId;

function whatChanges(session: SessionDocument, request: Change): ('time' | 'place')[] {
  const time =
    session.startsAt !== request.startsAt ||
    session.endsAt !== request.endsAt ||
    movesBookings(session, request.desks);
  const place =
    session.place !== request.place || JSON.stringify(session.spot) !== JSON.stringify(request.spot);
  return [...(time ? (['time'] as const) : []), ...(place ? (['place'] as const) : [])];
}

/** A desk goes, or gets shorter than what is booked there. */
function losesBookings({ bookings }: SessionDocument, desks: Desk[]): boolean {
  return bookings.some(({ deskId, slot }) => {
    const desk = desks.find((candidate) => candidate.deskId === deskId);
    return !desk || slot >= slotsOf(desk);
  });
}

function movesBookings(session: SessionDocument, desks: Desk[]): boolean {
  return session.desks.some((old) => {
    const desk = desks.find(({ deskId }) => deskId === old.deskId);
    const booked = session.bookings.some(({ deskId }) => deskId === old.deskId);
    return booked && (desk?.from !== old.from || desk.minutes !== old.minutes);
  });
}
