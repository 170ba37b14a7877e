import type { Entry, EventDocument, LeftNotice, Notice } from '../../typings/documents/event';
import { messageTime } from './calendar';
import { asOf, promotedBy } from './roster';

/** A call that causes a notice sends it at once; older ones were left by a crash. */
const LEFT_BEHIND = 60_000;

/** 有人退出：谁补上了，要告诉他。 */
export function newNotice(memberId: string, now: number): LeftNotice {
  const noticeId = `${memberId}-${now}`;
  return { noticeId, cause: 'left', memberId, at: now, state: 'unsent', since: now, outcomes: [] };
}

/**
 * 补发时怎么处理一条通知：`tell` surely unsent, `nobody` has to be told, `unknown` was being sent when it stopped: it is never
 * sent again, staff ring up.
 */
export function remedyFor(
  event: EventDocument,
  notice: Notice,
  now: number,
): 'wait' | 'tell' | 'nobody' | 'unknown' {
  if (notice.state === 'done' || now - notice.since < LEFT_BEHIND) return 'wait';
  const pointless = event.state !== 'open' || event.endsAt <= now;
  if (pointless || stillToTell(event, notice).length === 0) return 'nobody';
  return notice.state === 'sending' ? 'unknown' : 'tell';
}

/** 事后才来补发时，谁是因为这件事补上的；who came after it was never waiting for it. */
export function stillToTell(event: EventDocument, notice: Notice): Entry[] {
  return promotedBy(asOf(event, notice.at), notice.noticeId);
}

/** 「候补成功通知」的字段；a `thing` holds 20 characters. */
export function promotionMessage(event: EventDocument): Record<string, { value: string }> {
  const thing = (text: string) => ({ value: [...text].slice(0, 20).join('') });
  return {
    thing1: thing(event.title),
    time2: { value: messageTime(event.startsAt) },
    thing3: thing(event.place),
    thing4: thing('有人退出，您补上了，到时请来'),
  };
}
