import type { StudioRole } from '../../../typings/documents/common';
import type { Entry, EventDocument, Notice, ShiftDocument } from '../../../typings/documents/event';
import type { Handover } from '../../domain/carried-over';
import { _ } from './database';
import { guardedUpdate } from './guarded';

/** Puts me at the end of a duty's queue, if all that I saw still holds and I am not in it. */
export function pushEntry(
  seen: { studioId: string; shiftId: string; startsAt: number; endsAt: number },
  entry: Entry,
  role: StudioRole,
): Promise<ShiftDocument | null> {
  const { studioId, shiftId, startsAt, endsAt } = seen;
  return pushOnto<ShiftDocument>({ _id: shiftId, studioId, kind: 'shift', startsAt, endsAt }, entry, role);
}

/** The same for whatever has a roster; `seen` is what must still hold. */
export function pushOnto<E extends EventDocument>(
  seen: { _id: string; studioId: string; kind: E['kind'] } & Record<string, unknown>,
  entry: Entry,
  role: StudioRole,
): Promise<E | null> {
  return guardedUpdate<E>(
    'events',
    {
      ...seen,
      state: 'open',
      posts: _.elemMatch({ code: entry.post, roles: role }),
      roster: _.not(_.elemMatch({ memberId: entry.memberId, leftAt: null })),
      'roster.entryId': _.neq(entry.entryId),
    },
    { roster: _.push([entry]), [`joined.${entry.post}`]: _.inc(entry.seats) },
  );
}

/** Takes my entry out of the queue, and notes in the same write that somebody may have moved up. */
export function leaveRoster(
  studioId: string,
  shiftId: string,
  mine: { memberId: string; post: string; seats: number },
  notice: Notice,
): Promise<ShiftDocument | null> {
  const { memberId, post, seats } = mine;
  return guardedUpdate<ShiftDocument>(
    'events',
    {
      _id: shiftId,
      studioId,
      kind: 'shift',
      endsAt: _.gt(notice.at),
      roster: _.elemMatch({ memberId, post, leftAt: null }),
    },
    {
      'roster.$.leftAt': notice.at,
      [`joined.${post}`]: _.inc(-seats),
      notices: _.push([notice]),
      unsent: _.inc(1),
    },
  );
}

/** What was a stand-in's in this event becomes the account's; null where something changed since it was read. */
export function handOver(
  eventId: string,
  account: string,
  { guard, change, without, back, alone }: Handover,
): Promise<EventDocument | null> {
  return guardedUpdate<EventDocument>(
    'events',
    {
      _id: eventId,
      ...guard,
      ...(alone && { roster: _.not(_.elemMatch({ memberId: account, leftAt: null })) }),
    },
    {
      ...change,
      ...Object.fromEntries(without.map((path) => [path, _.remove()])),
      ...(back && { [`joined.${back.post}`]: _.inc(-back.seats) }),
      ...(back?.given && { held: _.inc(back.seats) }),
    },
  );
}
