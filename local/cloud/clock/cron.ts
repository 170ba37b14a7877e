import { invalid } from '../errors';
import { readCronField, type FieldRange } from './cron-field';

/** The platform's timers: seven fields, in UTC+8. */
export interface Cron {
  seconds: number[];
  minutes: number[];
  hours: number[];
  onDay: (date: Date) => boolean;
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const FIELDS: FieldRange[] = [
  { label: 'second', low: 0, high: 59 },
  { label: 'minute', low: 0, high: 59 },
  { label: 'hour', low: 0, high: 23 },
  { label: 'day', low: 1, high: 31 },
  { label: 'month', low: 1, high: 12, names: MONTHS },
  { label: 'weekday', low: 0, high: 6, names: WEEKDAYS },
  { label: 'year', low: 1970, high: 2099 },
];
const ZONE_MS = 8 * 3600_000;
const DAY_MS = 86_400_000;
const FARTHEST_DAYS = 366 * 5;

export function parseCron(text: string): Cron {
  const parts = text.trim().split(/\s+/);
  if (parts.length !== FIELDS.length) throw invalid(`the cron expression "${text}" needs seven fields`);
  const [seconds, minutes, hours, days, months, weekdays, years] = FIELDS.map((field, i) =>
    readCronField(parts[i] ?? '', field),
  ) as [Set<number>, Set<number>, Set<number>, Set<number>, Set<number>, Set<number>, Set<number>];
  const anyDay = parts[3] === '*' || parts[3] === '?';
  const anyWeekday = parts[5] === '*' || parts[5] === '?';
  const sorted = (values: Set<number>): number[] => [...values].sort((a, b) => a - b);
  return {
    seconds: sorted(seconds),
    minutes: sorted(minutes),
    hours: sorted(hours),
    /** A day and a weekday together mean either of them. */
    onDay: (date) => {
      if (!months.has(date.getUTCMonth() + 1) || !years.has(date.getUTCFullYear())) return false;
      const day = days.has(date.getUTCDate());
      const weekday = weekdays.has(date.getUTCDay());
      return anyDay || anyWeekday ? day && weekday : day || weekday;
    },
  };
}

/** The first time after `after`, or undefined within five years. */
export function nextTime(cron: Cron, after: number): number | undefined {
  const start = after + ZONE_MS;
  const midnight = Math.floor(start / DAY_MS) * DAY_MS;
  for (let i = 0; i <= FARTHEST_DAYS; i++) {
    const day = midnight + i * DAY_MS;
    if (!cron.onDay(new Date(day))) continue;
    const found = timeOfDay(cron, start - day);
    if (found !== undefined) return day + found - ZONE_MS;
  }
  return undefined;
}

function timeOfDay({ hours, minutes, seconds }: Cron, after: number): number | undefined {
  for (const hour of hours) {
    if ((hour + 1) * 3600_000 <= after) continue;
    for (const minute of minutes) {
      const base = hour * 3600_000 + minute * 60_000;
      if (base + 60_000 <= after) continue;
      const second = seconds.find((one) => base + one * 1000 > after);
      if (second !== undefined) return base + second * 1000;
    }
  }
  return undefined;
}
