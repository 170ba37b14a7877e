import { dayStart } from './calendar';

const DAY = 86_400_000;

/**
 * 什么留多久：全在这里。The sweep ends what is older, a bounded step each time. Not here: the ledger of erasures, which has to outlive
 * every backup, and a member's own document, which lives until its person deletes it.
 */
export const endsBefore = (now: number) => ({
  /** 谁做过什么：两年。 */
  audit: now - 2 * 365 * DAY,
  /** 通知发给了谁：七天，and only of duties that ended before. */
  notices: now - 7 * DAY,
  /** 试码的次数：只算今天的。 */
  tries: dayStart(now),
  /** 认领的时间：过去了就没用了。 */
  claims: dayStart(now, -1),
});

/** What one run ends of each kind at most; the next one takes the rest. */
export const STEP = 200;
