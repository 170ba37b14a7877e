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
