import { dayStart } from './calendar';

const HOUR = 3_600_000;
const NIGHT = 21 * HOUR;
const MORNING = 7 * HOUR;

/** 夜里不打扰：21:00 到 07:00。When this night ends; null by day. */
export function quietUntil(now: number): number | null {
  const sinceMidnight = now - dayStart(now);
  if (sinceMidnight < MORNING) return dayStart(now) + MORNING;
  return sinceMidnight >= NIGHT ? dayStart(now, 1) + MORNING : null;
}

/** Whether a message about what starts at `startsAt` waits for the morning: not if it starts before. */
export function waitsForMorning(startsAt: number, now: number): boolean {
  const morning = quietUntil(now);
  return morning !== null && startsAt > morning;
}

const EVENING = 18 * HOUR;
const LEAST = 2 * HOUR;

/** 什么时候提醒：the evening before at 18:00; posted later than that, two hours before it starts. Null: too late for that, too. */
export function reminderTime(startsAt: number, postedAt: number): number | null {
  const eveningBefore = dayStart(startsAt, -1) + EVENING;
  if (postedAt <= eveningBefore) return eveningBefore;
  const before = startsAt - LEAST;
  return postedAt <= before ? before : null;
}
