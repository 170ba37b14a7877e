import type {
  ChangedNotice,
  Desk,
  Entry,
  GivenNotice,
  Notice,
  ResizedNotice,
  SessionDocument,
} from '../../../typings/documents/event';
import { heldAfter } from '../../domain/capacity';
import { slotsOf } from '../../domain/desks';
import { seatPost, SEAT } from '../../domain/session';
import { _ } from './database';
import { guardedUpdate } from './guarded';
import { asRead } from './session-roster';

/** 工作人员改的：each is one write onto what they saw, and marks in it what has to be told. */

const marked = (notice: Notice) => ({ notices: _.push([notice]), unsent: _.inc(1), rev: _.inc(1) });

/** Onto the version that was read, while nobody has booked what it takes away. */
export function changeSession(
  { _id, rev }: SessionDocument,
  fields: { desks: Desk[] } & Record<string, unknown>,
  change: SessionDocument['changes'][number] | null,
  notice: ChangedNotice | null,
): Promise<SessionDocument | null> {
  const lost = [
    { deskId: _.nin(fields.desks.map(({ deskId }) => deskId)) },
    ...fields.desks.map((desk) => ({ deskId: desk.deskId, slot: _.gte(slotsOf(desk)) })),
  ];
  return guardedUpdate<SessionDocument>(
    'events',
    { _id, rev, state: 'open', bookings: _.and(lost.map((booking) => _.not(_.elemMatch(booking)))) },
    {
      ...Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, _.set(value)])),
      ...(change && { changes: _.push([change]) }),
      ...(notice ? marked(notice) : { rev: _.inc(1) }),
    },
  );
}

/**
 * The capacity, and in the same write who leaves and which empty seats are no longer kept. More seats take nothing from anybody, so
 * who signs up meanwhile is no matter; fewer are decided on exactly the queue that was read.
 */
export function changeCapacity(
  session: SessionDocument,
  notice: ResizedNotice,
  by: string,
): Promise<SessionDocument | null> {
  const { removed, released, from, to } = notice;
  const only = to >= from && removed.length === 0 && released.length === 0;
  const post = seatPost(session);
  const gone = session.roster.filter(({ entryId }) => removed.includes(entryId));
  const seats = gone.reduce((total, entry) => total + entry.seats, 0);
  return guardedUpdate<SessionDocument>(
    'events',
    { ...(only ? { _id: session._id, rev: session.rev } : asRead(session)), state: 'open' },
    {
      'posts.0.headCount': to,
      ...(!only && {
        ...Object.fromEntries(session.roster.flatMap((entry, index) => touched(entry, index, notice, by))),
        [`joined.${SEAT}`]: _.inc(-seats),
        ...(post && { held: heldAfter(session, post, notice) }),
        bookings: _.pull({ memberId: _.in(gone.map(({ memberId }) => memberId)) }),
      }),
      ...marked(notice),
    },
  );
}

/** What the write says of one entry, by its place: entries never move. */
function touched(
  { entryId, kept = 0 }: Entry,
  index: number,
  { removed, released, at }: ResizedNotice,
  by: string,
): [string, unknown][] {
  const given = released.find((seat) => seat.entryId === entryId)?.seats ?? 0;
  const fields = {
    ...(given > 0 && { kept: kept - given }),
    ...(removed.includes(entryId) && { leftAt: at, removedBy: by }),
  };
  return Object.entries(fields).map(([field, value]) => [`roster.${index}.${field}`, value]);
}

/** An empty seat goes to somebody who waits, on exactly the queue that was read. */
export function giveSeat(
  session: SessionDocument,
  { entryId, seats }: Entry,
  notice: GivenNotice,
): Promise<SessionDocument | null> {
  return guardedUpdate<SessionDocument>(
    'events',
    { ...asRead(session), state: 'open', roster: _.elemMatch({ entryId, leftAt: null }) },
    { 'roster.$.given': true, held: _.inc(-seats), ...marked(notice) },
  );
}

/** Once, while it is not over. */
export function cancelSession(
  { studioId, sessionId, reason }: { studioId: string; sessionId: string; reason: string },
  notice: Notice,
): Promise<SessionDocument | null> {
  return guardedUpdate<SessionDocument>(
    'events',
    { _id: sessionId, studioId, kind: 'session', state: 'open', endsAt: _.gt(notice.at) },
    { state: 'cancelled', cancelledFor: reason, remindAt: null, ...marked(notice) },
  );
}
