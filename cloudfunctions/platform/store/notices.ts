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

/** Events with notices that are not done. */
export async function eventsToTell(most: number): Promise<EventDocument[]> {
  const { data } = await filtered('events', { unsent: _.gt(0) })
    .limit(most)
    .get();
  return data as EventDocument[];
}
