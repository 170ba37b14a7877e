export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
const OFFSET = 8 * HOUR;

/** A day at +08:00, counted from 1970-01-01. */
export function dayOf(time: number): number {
  return Math.floor((time + OFFSET) / DAY);
}

/** `clock` as "06:30". */
export function timeOf(day: number, clock = '00:00'): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return day * DAY - OFFSET + hours * HOUR + minutes * MINUTE;
}

/** 0 is Sunday. */
export function weekdayOf(day: number): number {
  return (day + 4) % 7;
}
