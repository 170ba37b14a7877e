import { invalid } from '../errors';

export interface FieldRange {
  label: string;
  low: number;
  high: number;
  names?: string[];
}

/** The values that one field of a cron expression allows: `*`, lists, ranges and steps. */
export function readCronField(text: string, range: FieldRange): Set<number> {
  const values = new Set<number>();
  for (const part of text.split(',')) {
    const [span = '', stepText] = part.split('/');
    const step =
      stepText === undefined ? 1 : wholeOf(stepText, { label: range.label, low: 1, high: range.high });
    const [low, high] = spanOf(span, range, stepText !== undefined);
    for (let value = low; value <= high; value += step) values.add(value);
  }
  return values;
}

function spanOf(span: string, range: FieldRange, stepped: boolean): [number, number] {
  if (span === '*' || span === '?') return [range.low, range.high];
  const [from = '', to] = span.split('-');
  const low = wholeOf(from, range);
  const high = to === undefined ? (stepped ? range.high : low) : wholeOf(to, range);
  if (high < low) throw invalid(`${span} runs backwards in the ${range.label} of a cron expression`);
  return [low, high];
}

function wholeOf(text: string, { label, low, high, names }: FieldRange): number {
  const named = names?.indexOf(text.toUpperCase()) ?? -1;
  const value = named >= 0 ? named + low : /^\d+$/.test(text) ? Number(text) : NaN;
  if (value >= low && value <= high) return value;
  throw invalid(`${text} is not a ${label} of a cron expression`);
}
