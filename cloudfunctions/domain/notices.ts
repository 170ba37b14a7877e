import type { EventDocument, LeftNotice, Notice } from '../../typings/documents/event';
import { type Recipient, recipientsOf } from './audience';
import { messageTime } from './calendar';
import { waitsForMorning } from './quiet';
import { asOf } from './roster';

/** A call that causes a notice sends it at once; older ones were left by a crash. */
const LEFT_BEHIND = 60_000;

/** What every notice begins with. */
export const unsentAt = (noticeId: string, now: number) => ({
  noticeId,
  at: now,
  state: 'unsent' as const,
  since: now,
  outcomes: [],
});

/** 有人退出：谁补上了，要告诉他。 */
export function newNotice(memberId: string, now: number): LeftNotice {
  return { ...unsentAt(`${memberId}-${now}`, now), cause: 'left', memberId };
}

/**
 * 补发时怎么处理一条通知：`tell` surely unsent, `nobody` has to be told, `unknown` was being sent when it stopped: it is never
 * sent again, staff ring up. `roll` keeps the roster of the event.
 */
export function remedyFor(
  event: EventDocument,
  notice: Notice,
  now: number,
  roll: EventDocument = event,
): 'wait' | 'tell' | 'nobody' | 'unknown' {
  if (notice.state === 'done' || now - notice.since < LEFT_BEHIND) return 'wait';
  if (isPointless(event, notice, now) || stillToTell(event, notice, roll).length === 0) return 'nobody';
  if (notice.state === 'sending') return 'unknown';
  return mustWait(event, now) ? 'wait' : 'tell';
}

/** 夜里的活动消息等到早上；a duty's are sent at any hour, somebody may be needed tonight. */
export const mustWait = (event: EventDocument, now: number): boolean =>
  event.kind === 'session' && waitsForMorning(event.startsAt, now);

/** What is over needs no word any more, unless it never took place. */
function isPointless({ startsAt, endsAt, state }: EventDocument, { cause }: Notice, now: number): boolean {
  if (cause === 'cancelled') return false;
  if (cause === 'reminder') return startsAt <= now;
  return endsAt <= now || (state !== 'open' && cause !== 'resized');
}

/** 事后才来补发时，谁是因为这件事要知道的；who came after it was never waiting for it. */
export const stillToTell = (event: EventDocument, notice: Notice, roll: EventDocument = event): Recipient[] =>
  recipientsOf(asOf(event, notice.at), notice, asOf(roll, notice.at));

/** 「候补成功通知」的字段；a `thing` holds 20 characters. */
export function promotionMessage(event: EventDocument): Record<string, { value: string }> {
  return {
    thing1: thing(event.title),
    time2: { value: messageTime(event.startsAt) },
    thing3: thing(event.place),
    thing4: thing('有人退出，您补上了，到时请来'),
  };
}

export const thing = (text: string) => ({ value: [...text.replace(/\s+/g, ' ')].slice(0, 20).join('') });
