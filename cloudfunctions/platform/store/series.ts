import type { Span } from '../../../typings/documents/event';
import { _ } from './database';
import { filtered } from './guarded';

/** 一次报名的系列：the first session knows the others' times. */

export async function moveOther(
  headId: string,
  sessionId: string,
  { startsAt, endsAt }: Span,
): Promise<void> {
  await filtered('events', { _id: headId, more: _.elemMatch({ sessionId }) }).update({
    'more.$.startsAt': startsAt,
    'more.$.endsAt': endsAt,
  });
}

/** No sign-up takes the time of a cancelled session. */
export async function removeOther(headId: string, sessionId: string): Promise<void> {
  await filtered('events', { _id: headId }).update({ more: _.pull({ sessionId }) });
}

/** The first one cancelled takes the others along that are still to come. */
export async function cancelRest(studioId: string, headId: string, cancelledFor: string): Promise<void> {
  await filtered('events', { studioId, seriesId: headId, state: 'open' }).update({
    state: 'cancelled',
    cancelledFor,
    remindAt: null,
    rev: _.inc(1),
  });
}
