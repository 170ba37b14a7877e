import type { Entry, EventDocument, NoticeOutcome } from '../../typings/documents/event';
import { promotionMessage } from '../domain/notices';
import { placeOf } from '../domain/roster';
import { hasNoWeChat } from '../domain/stand-in';
import { sendMessage } from './messages';
import { addressesOf } from './store/members';
import { settle, startSending } from './store/notices';

/** 告诉补上的人，每人最多一次；返回发出几条。 */
export async function tell(
  eventId: string,
  noticeId: string,
  promoted: Entry[],
  now: number,
): Promise<number> {
  const event = await startSending(eventId, noticeId, now);
  if (!event) return 0;
  const placed = promoted.filter(({ memberId }) => placeOf(event, memberId)?.state === 'placed');
  const addresses = await addressesOf(placed.map(({ memberId }) => memberId));
  const outcomes = await Promise.all(
    placed.map(async ({ memberId, name }) => ({
      memberId,
      name,
      outcome: await send(event, addresses.get(memberId)),
    })),
  );
  await settle(eventId, { noticeId, state: 'sending' }, outcomes, now);
  return outcomes.filter(({ outcome }) => outcome === 'sent').length;
}

async function send(event: EventDocument, openid: string | undefined): Promise<NoticeOutcome> {
  if (openid === undefined) return 'failed';
  if (hasNoWeChat(openid)) return 'noWeChat';
  const page = `pages/shift-detail/index?shiftId=${event._id}&studio=${event.studioId}`;
  return sendMessage({ openid, template: 'promoted', page, data: promotionMessage(event) });
}
