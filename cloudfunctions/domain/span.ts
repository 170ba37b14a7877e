import type { ErrorCode } from '../../typings/contract';

const HOUR = 3_600_000;
const LONGEST = 24 * HOUR;
const FARTHEST = 366 * 24 * HOUR;

/** 一班的时间像不像话：结束比开始晚，不长过一天，不远过一年。 */
export function isPlausibleSpan(
  { startsAt, endsAt }: { startsAt: number; endsAt: number },
  now: number,
): boolean {
  return startsAt < endsAt && endsAt - startsAt <= LONGEST && startsAt <= now + FARTHEST;
}

/** 时间已经过了，或者不像话，就不必去问数据库。 */
export function spanRefusal(span: { startsAt: number; endsAt: number }, now: number): ErrorCode | null {
  if (span.endsAt <= now) return 'past';
  return isPlausibleSpan(span, now) ? null : 'bad_request';
}
