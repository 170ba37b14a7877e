/** The phone's only date code: every day and hour is China's, wherever the phone thinks it is. */
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const OFFSET = 8 * HOUR;
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;
const NEAR_DAYS: Partial<Record<number, string>> = { [-1]: '昨天', 0: '今天', 1: '明天', 2: '后天' };
const NEAR_EVENINGS: Partial<Record<number, string>> = { [-1]: '昨晚', 0: '今晚', 1: '明晚' };
const EVENING = 18;

export const now = () => Date.now();

const china = (at: number) => new Date(at + OFFSET);
const hourOf = (at: number) => china(at).getUTCHours();
const dayNumber = (at: number) => Math.floor((at + OFFSET) / DAY);
const two = (n: number) => String(n).padStart(2, '0');
const clock = (at: number) => `${two(hourOf(at))}:${two(china(at).getUTCMinutes())}`;
const monthDay = (at: number) => `${china(at).getUTCMonth() + 1}月${china(at).getUTCDate()}日`;
const weekday = (at: number) => WEEKDAYS[china(at).getUTCDay()] ?? '';

/** 2026年11月23日 */
export const fullDate = (at: number) => `${china(at).getUTCFullYear()}年${monthDay(at)}`;

/** 2026年11月23日 9:05 */
export const fullTime = (at: number) => `${fullDate(at)} ${clock(at).replace(/^0/, '')}`;

/** 今天、明天、周六 11月28日；晚上的写今晚、明晚。 */
export function dayText(at: number, present: number): string {
  const distance = dayNumber(at) - dayNumber(present);
  const evening = hourOf(at) >= EVENING ? NEAR_EVENINGS[distance] : undefined;
  return evening ?? NEAR_DAYS[distance] ?? `${weekday(at)} ${monthDay(at)}`;
}

/** 14:00–16:00，过了半夜的写次日。 */
export function hoursText(from: number, to: number): string {
  const end = dayNumber(to) > dayNumber(from) ? `次日 ${clock(to)}` : clock(to);
  return `${clock(from)}–${end}`;
}

/** 今晚 19:00–21:00 */
export const spanText = (from: number, to: number, present: number) =>
  `${dayText(from, present)} ${hoursText(from, to)}`;

/** 周六 11月28日 9:00 */
export const startText = (at: number, present: number) =>
  `${dayText(at, present)} ${clock(at).replace(/^0/, '')}`;

/** 今天 11月23日 周一 */
export const todayText = (present: number) => `今天 ${monthDay(present)} ${weekday(present)}`;

const GREETINGS: readonly (readonly [untilHour: number, words: string])[] = [
  [4, '夜深了'],
  [11, '早上好'],
  [13, '中午好'],
  [18, '下午好'],
  [24, '晚上好'],
];

export const greeting = (present: number) =>
  GREETINGS.find(([until]) => hourOf(present) < until)?.[1] ?? '您好';

/** 还有3小时；开始了的写正在进行。 */
export function countdown(from: number, to: number, present: number): string {
  if (present >= to) return '已结束';
  if (present >= from) return '正在进行';
  const minutes = Math.ceil((from - present) / 60_000);
  if (minutes < 60) return `还有${minutes}分钟`;
  const hours = Math.floor(minutes / 60);
  if (hours < 3 && minutes % 60 > 0) return `还有${hours}小时${minutes % 60}分`;
  return hours < 24 ? `还有${hours}小时` : `还有${Math.floor(hours / 24)}天`;
}

/** What a date picker and two time pickers hold. */
export interface Span {
  date: string;
  start: string;
  end: string;
}

export const dateField = (at: number) => china(at).toISOString().slice(0, 10);

export const hourField = (at: number) => clock(at);

/** A picked date and hour as epoch milliseconds. */
export const at = (date: string, hour: string) => Date.parse(`${date}T${hour}:00+08:00`);

/** Evening hours that end in the small ones belong to one night. */
export const crossesMidnight = ({ start, end }: Pick<Span, 'start' | 'end'>) =>
  end <= start && start >= '18:00' && end <= '09:00';

/** The two ends of a span, epoch milliseconds; a night ends on the next day. */
export function endsOf(span: Span): { startsAt: number; endsAt: number } {
  const endsAt = at(span.date, span.end) + (crossesMidnight(span) ? DAY : 0);
  return { startsAt: at(span.date, span.start), endsAt };
}

/** 发值勤的默认时间：今晚 19:00–21:00，晚了就是明晚。 */
export function usualSpan(present: number): Span {
  const today = dateField(present);
  const date = present < at(today, '19:00') ? today : dateField(present + DAY);
  return { date, start: '19:00', end: '21:00' };
}

/** 选日子时看到的：11月23日 周一（今天） */
export function dateText(date: string, present: number): string {
  const noon = at(date, '12:00');
  const near = NEAR_DAYS[dayNumber(noon) - dayNumber(present)];
  return `${monthDay(noon)} ${weekday(noon)}${near ? `（${near}）` : ''}`;
}

/** 1978-03 → 1978年3月，只有年的写年。 */
export const monthText = (month: string | null) =>
  (month ?? '').replace(/^(\d{4})(?:-0?(\d+))?$/, (_, year: string, number?: string) =>
    number ? `${year}年${number}月` : `${year}年`,
  );

/** What a month picker takes: 2026-11 */
export const monthField = (at: number) => dateField(at).slice(0, 7);
