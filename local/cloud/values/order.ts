import { type Doc, type Value, isDoc } from './value';

/** MongoDB's sort order of types; a missing field sorts as null. */
export const TYPE_RANK = {
  empty: 1,
  null: 5,
  number: 10,
  string: 15,
  object: 20,
  array: 25,
  bool: 40,
  date: 45,
  regex: 50,
} as const;

export function rankOf(value: Value | undefined): number {
  if (value === undefined || value === null) return TYPE_RANK.null;
  if (typeof value === 'number') return TYPE_RANK.number;
  if (typeof value === 'string') return TYPE_RANK.string;
  if (typeof value === 'boolean') return TYPE_RANK.bool;
  if (Array.isArray(value)) return TYPE_RANK.array;
  if (value instanceof Date) return TYPE_RANK.date;
  if (value instanceof RegExp) return TYPE_RANK.regex;
  return TYPE_RANK.object;
}

export function compareValues(a: Value | undefined, b: Value | undefined): number {
  const rank = rankOf(a) - rankOf(b);
  if (rank !== 0) return rank;
  if (typeof a === 'number' && typeof b === 'number') return compareNumbers(a, b);
  if (typeof a === 'string' && typeof b === 'string') return compareStrings(a, b);
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  if (a instanceof Date && b instanceof Date) return a.getTime() - b.getTime();
  if (a instanceof RegExp && b instanceof RegExp) return compareStrings(`${a}`, `${b}`);
  if (Array.isArray(a) && Array.isArray(b)) return compareArrays(a, b);
  if (isDoc(a) && isDoc(b)) return compareDocs(a, b);
  return 0;
}

export function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  return a === b || compareValues(a, b) === 0;
}

/** NaN is below every number and equal to itself. */
function compareNumbers(a: number, b: number): number {
  if (a < b) return -1;
  if (a > b) return 1;
  if (a === b) return 0;
  return Number(Number.isNaN(b)) - Number(Number.isNaN(a));
}

const SURROGATE = /[\ud800-\udfff]/;

/** By UTF-8 bytes; JavaScript's own order differs above U+FFFF. */
export function compareStrings(a: string, b: string): number {
  if (a === b) return 0;
  if (SURROGATE.test(a) || SURROGATE.test(b)) return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return a < b ? -1 : 1;
}

function compareArrays(a: Value[], b: Value[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const order = compareValues(a[i], b[i]);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** Field by field: type, then name, then value; the order of the fields counts. */
function compareDocs(a: Doc, b: Doc): number {
  const left = Object.entries(a);
  const right = Object.entries(b);
  for (const [i, [name, value]] of left.entries()) {
    const other = right[i];
    if (other === undefined) return 1;
    const order =
      rankOf(value) - rankOf(other[1]) || compareStrings(name, other[0]) || compareValues(value, other[1]);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}
