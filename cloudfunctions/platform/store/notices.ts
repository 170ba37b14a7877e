import type { EventDocument, Notice } from '../../../typings/documents/event';
import { _ } from './database';
import { filtered, guardedUpdate } from './guarded';

/** Takes a notice for sending; null where another call has it. */
export function startSending(eventId: string, noticeId: string, now: number): Promise<EventDocument | null> {
  return guardedUpdate<EventDocument>(
    'events',
    { _id: eventId, notices: _.elemMatch({ noticeId, state: 'unsent' }) },
    { 'notices.$.state': 'sending', 'notices.$.since': now },
  );
}

/** Ends a notice that stands in state `from`; null where it no longer does. */
export function settle(
  eventId: string,
  { noticeId, state }: Pick<Notice, 'noticeId' | 'state'>,
  outcomes: Notice['outcomes'],
  now: number,
): Promise<EventDocument | null> {
  return guardedUpdate<EventDocument>(
    'events',
    { _id: eventId, notices: _.elemMatch({ noticeId, state }) },
    {
      'notices.$.state': 'done',
      'notices.$.since': now,
      'notices.$.outcomes': _.set(outcomes),
      unsent: _.inc(-1),
    },
  );
}

/** Ids of events with notices that are not done; `until`: only what starts by then. Whole rosters of many events are more than an answer holds. */
export async function eventsToTell(
  kind: EventDocument['kind'],
  until: number | null,
  most: number,
): Promise<string[]> {
  const { data } = await filtered('events', {
    kind,
    unsent: _.gt(0),
    ...(until !== null && { startsAt: _.lte(until) }),
  })
    .field({ _id: true })
    .limit(most)
    .get();
  return (data as { _id: string }[]).map(({ _id }) => _id);
}

/** Sessions whose people are to be reminded by now. */
export async function sessionsToRemind(
  now: number,
  most: number,
): Promise<{ _id: string; remindAt: number }[]> {
  const { data } = await filtered('events', { remindAt: _.lte(now) })
    .field({ _id: true, remindAt: true })
    .limit(most)
    .get();
  return data as { _id: string; remindAt: number }[];
}

/** Notes once that they are to be reminded; null where another call did, or the time has changed. */
export function startReminding(
  eventId: string,
  remindAt: number,
  notice: Notice,
): Promise<EventDocument | null> {
  return guardedUpdate<EventDocument>(
    'events',
    { _id: eventId, remindAt },
    { remindAt: null, notices: _.push([notice]), unsent: _.inc(1) },
  );
}
