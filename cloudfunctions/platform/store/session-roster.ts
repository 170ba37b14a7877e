import type { StudioRole } from '../../../typings/documents/common';
import type { Audience, Entry, LeftNotice, SessionDocument } from '../../../typings/documents/event';
import type { Request } from '../../../typings/contract';
import { SEAT } from '../../domain/session';
import { _ } from './database';
import { pushOnto } from './event-roster';
import { guardedUpdate } from './guarded';

/** 排进活动的名单：as `joinSessionRefusal` says it for people, the guard says it for the database. */
export function pushSeat(
  request: Request<'activities.join'>,
  entry: Entry,
  audiences: Audience[],
  role: StudioRole,
): Promise<SessionDocument | null> {
  const { studioId, sessionId, startsAt, endsAt, companions, answers, more } = request;
  const answered = answers.map(({ questionId }) => questionId);
  const wrong = [
    { required: true, questionId: _.nin(answered) },
    ...answers.map(({ questionId, text }) => ({
      questionId,
      'options.0': _.exists(true),
      options: _.nin([text]),
    })),
  ];
  return pushOnto<SessionDocument>(
    {
      _id: sessionId,
      studioId,
      kind: 'session',
      startsAt,
      endsAt,
      more: _.eq(more),
      opensAt: _.lte(entry.at),
      deadline: _.gt(entry.at),
      audience: _.in(audiences),
      companions: _.gte(companions),
      questions: _.and(wrong.map((bad) => _.not(_.elemMatch(bad)))),
      ...(answered.length > 0 && { 'questions.questionId': _.all(answered) }),
    },
    entry,
    role,
  );
}

/** Before the cut-off, all as it was seen: my seats are free for whoever waits. */
export function leaveEarly(
  { studioId, sessionId, seats, cutOff }: Request<'activities.leave'>,
  memberId: string,
  notice: LeftNotice,
): Promise<SessionDocument | null> {
  const mine = { memberId, seats, leftAt: null, given: _.neq(true) };
  return guardedUpdate<SessionDocument>(
    'events',
    {
      _id: sessionId,
      studioId,
      kind: 'session',
      cutOff,
      endsAt: _.gt(notice.at),
      roster: _.elemMatch(mine),
    },
    leaving({ memberId, seats, kept: 0, held: 0 }, notice),
  );
}

/** On the session as it was read, which tells what becomes of the seats. */
export function leaveAsRead(
  session: SessionDocument,
  { entryId, memberId, seats }: Entry,
  { kept, held, placed }: { kept: number; held: number; placed: boolean },
  notice: LeftNotice,
): Promise<SessionDocument | null> {
  return guardedUpdate<SessionDocument>(
    'events',
    {
      // Whoever has a seat keeps it whatever others do; who waits may have moved up since.
      ...(placed ? { _id: session._id, rev: session.rev } : asRead(session)),
      roster: _.elemMatch({ entryId, memberId, leftAt: null }),
    },
    leaving({ memberId, seats, kept, held }, notice),
  );
}

interface Leaving {
  memberId: string;
  seats: number;
  /** Seats that stay taken in the queue where this one sat, and seats that now wait for staff. */
  kept: number;
  held: number;
}

const leaving = ({ memberId, seats, kept, held }: Leaving, notice: LeftNotice) => ({
  'roster.$.leftAt': notice.at,
  ...(kept > 0 && { 'roster.$.kept': kept }),
  ...(held > 0 && { held: _.inc(held) }),
  [`joined.${SEAT}`]: _.inc(-seats),
  bookings: _.pull({ memberId }),
  notices: _.push([notice]),
  unsent: _.inc(1),
});

/** Nobody has joined, left, or been changed by staff since it was read: entries are never removed, and each leaving takes seats off. */
export const asRead = ({ _id, rev, roster, joined }: SessionDocument) => ({
  _id,
  rev,
  [`joined.${SEAT}`]: joined[SEAT] ?? 0,
  [`roster.${roster.length}`]: _.exists(false),
  ...(roster.length > 0 && { [`roster.${roster.length - 1}`]: _.exists(true) }),
});
