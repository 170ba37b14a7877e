import { type Value, isDoc } from './value';

/** Documents are stored and answered in this form: plain JSON but for dates, patterns and odd numbers. */
export function writeEjson(value: Value): string {
  return JSON.stringify(isPlain(value) ? value : encode(value));
}

/** What JSON writes as it is; looking costs less than a copy. */
function isPlain(value: Value): boolean {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isPlain);
  if (!isDoc(value)) return false;
  for (const name in value) if (!isPlain(value[name] ?? null)) return false;
  return true;
}

export function encode(value: Value): unknown {
  if (typeof value === 'number') return encodeNumber(value);
  if (Array.isArray(value)) return value.map(encode);
  if (value instanceof Date) return { $date: value.getTime() };
  if (value instanceof RegExp) {
    return { $regularExpression: { pattern: value.source, options: value.flags } };
  }
  if (!isDoc(value)) return value;
  const out: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(value)) out[name] = encode(item);
  return out;
}

function encodeNumber(value: number): unknown {
  if (Number.isFinite(value) && !Object.is(value, -0)) return value;
  return { $numberDouble: Object.is(value, -0) ? '-0.0' : String(value) };
}
