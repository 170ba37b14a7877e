import type { EventDocument, NoticeOutcome } from '../../typings/documents/event';
import { concerns, type Recipient, type What } from '../domain/audience';
import { messageAbout } from '../domain/messages';
import { hasNoWeChat } from '../domain/stand-in';
import { sendMessage } from './messages';
import { addressesOf } from './store/members';
import { settle, startSending } from './store/notices';

/** How many messages are on their way at once. */
const AT_ONCE = 20;

/** 告诉该知道的人，每人最多一次；返回发出几条。`roll` keeps the roster where the event itself does not. */
export async function tell(
  eventId: string,
  noticeId: string,
  recipients: Recipient[],
  now: number,
  roll?: EventDocument,
): Promise<number> {
  const event = await startSending(eventId, noticeId, now);
  if (!event) return 0;
  const people = recipients.filter((person) => concerns(event, person, roll ?? event));
  const addresses = await addressesOf(people.map(({ memberId }) => memberId));
  const outcomes = await inTurns(people, async ({ memberId, name, what }) => ({
    memberId,
    name,
    outcome: await send(event, what, addresses.get(memberId)),
  }));
  await settle(eventId, { noticeId, state: 'sending' }, outcomes, now);
  return outcomes.filter(({ outcome }) => outcome === 'sent').length;
}

async function send(event: EventDocument, what: What, openid: string | undefined): Promise<NoticeOutcome> {
  if (openid === undefined) return 'failed';
  if (hasNoWeChat(openid)) return 'noWeChat';
  return sendMessage({ openid, ...messageAbout(event, what) });
}

async function inTurns<T, R>(items: T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let first = 0; first < items.length; first += AT_ONCE) {
    results.push(...(await Promise.all(items.slice(first, first + AT_ONCE).map(work))));
  }
  return results;
}
