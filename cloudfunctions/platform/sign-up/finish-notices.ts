import type { EventDocument, Notice } from '../../../typings/documents/event';
import { remedyFor, stillToTell } from '../../domain/notices';
import { quietUntil } from '../../domain/quiet';
import { eventById } from '../store/events';
import { eventsToTell, settle } from '../store/notices';
import { rosterKeeper } from '../store/sessions';
import { tell } from '../tell';
import { keepUp } from './keep-up';

/** Far below what the function's time-out allows; the next run takes the rest. */
const MOST_EVENTS = 20;

/** 补发崩溃时没发完的、夜里没发的通知；how many messages went out. */
export async function finishNotices(kind: EventDocument['kind'], now: number): Promise<number> {
  let told = 0;
  const until = kind === 'session' ? quietUntil(now) : null;
  for (const eventId of await eventsToTell(kind, until, MOST_EVENTS)) {
    const event = await eventById(eventId);
    if (!event || event.notices.every(({ state }) => state === 'done')) continue;
    const roll = event.kind === 'session' ? await rosterKeeper(event) : event;
    for (const notice of event.notices) told += await finish(event, notice, roll, now);
  }
  return told;
}

async function finish(
  event: EventDocument,
  notice: Notice,
  roll: EventDocument,
  now: number,
): Promise<number> {
  const remedy = remedyFor(event, notice, now, roll);
  if (remedy === 'wait') return 0;
  if (event.kind === 'session' && notice.state === 'unsent') await keepUp(event, notice);
  const recipients = stillToTell(event, notice, roll);
  if (remedy === 'tell')
    return tell(event._id, notice.noticeId, recipients, now, roll === event ? undefined : roll);
  const unknown = recipients.map(({ memberId, name }) => ({ memberId, name, outcome: 'unknown' as const }));
  await settle(event._id, notice, remedy === 'unknown' ? unknown : [], now);
  return 0;
}
