import { invalid } from '../errors';

/** The years that a timer's expression can name, less the years before anybody had a phone. */
const FIRST = Date.UTC(2000, 0, 1);
const LAST = Date.UTC(2099, 11, 31);

/** Epoch milliseconds between 2000 and 2099; anything else is a slip of whoever asks. */
export function checkInstant(at: number): number {
  if (Number.isFinite(at) && at >= FIRST && at <= LAST) return Math.round(at);
  throw invalid(`the clock goes from 2000 to 2099: ${at} milliseconds is no time in these years`);
}

/** A time of an option: epoch milliseconds or ISO 8601 with its zone. */
export function readInstant(text: string | number): number {
  if (typeof text === 'number' || /^\d+$/.test(text)) return checkInstant(Number(text));
  const zoned = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/.test(text);
  const at = zoned ? Date.parse(text) : NaN;
  if (!Number.isNaN(at)) return checkInstant(at);
  throw invalid(`"${text}" is no time: write milliseconds or like 2026-11-24T19:00:00+08:00`);
}
