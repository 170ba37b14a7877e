import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);

/** People live at +08:00, functions run in UTC: the only place that knows days. */
const beijing = (time: number) => dayjs.utc(time).utcOffset(8);

/** Midnight of the day that holds `time`, `days` later. */
export function dayStart(time: number, days = 0): number {
  return beijing(time).startOf('day').add(days, 'day').valueOf();
}

/** The month that holds `time`, from 1. */
export function monthOf(time: number): { year: number; month: number } {
  const day = beijing(time);
  return { year: day.year(), month: day.month() + 1 };
}

/** A subscription message's `time` field, which takes a year and a minute. */
export function messageTime(time: number): string {
  return beijing(time).format('YYYY年M月D日 HH:mm');
}
