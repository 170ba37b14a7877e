import { EMPTY, encodePart } from '../values/key';
import { TYPE_RANK, rankOf } from '../values/order';
import type { Value } from '../values/value';

/** An end of an interval: the bytes of a whole value, or only of a type. */
export interface Edge {
  bytes: Buffer;
  whole: boolean;
  inclusive: boolean;
}

/** A stretch of one index field, in ascending order of values. */
export interface Interval {
  low: Edge;
  high: Edge;
}

export function point(value: Value): Interval {
  const edge = { bytes: encodePart(value), whole: true, inclusive: true };
  return { low: edge, high: edge };
}

export function isPoint(interval: Interval): boolean {
  return interval.low.whole && interval.low.bytes.equals(interval.high.bytes);
}

/** An array can equal a document's array, whose first element stands in the index, or be an element itself. */
export function pointsOf(value: Value): Interval[] {
  if (!Array.isArray(value)) return [point(value)];
  const first = value[0];
  const bytes = encodePart(EMPTY);
  const empty = { bytes, whole: true, inclusive: true };
  return [point(value), first === undefined ? { low: empty, high: empty } : point(first)];
}

export function below(value: Value, inclusive: boolean): Interval {
  return { low: typeEdge(value), high: { bytes: encodePart(value), whole: true, inclusive } };
}

export function above(value: Value, inclusive: boolean): Interval {
  return { low: { bytes: encodePart(value), whole: true, inclusive }, high: typeEdge(value) };
}

function typeEdge(value: Value): Edge {
  return { bytes: Buffer.from([rankOf(value)]), whole: false, inclusive: true };
}

export const EVERYTHING: Interval = {
  low: { bytes: Buffer.from([TYPE_RANK.empty]), whole: false, inclusive: true },
  high: { bytes: Buffer.from([TYPE_RANK.regex]), whole: false, inclusive: true },
};

const MOST_PAIRS = 100_000;

/** The stretches that lie in one of `left` and in one of `right`; of long lists the shorter one, which holds them all. */
export function intersect(left: Interval[], right: Interval[]): Interval[] {
  if (Math.min(left.length, right.length) > 1 && left.length * right.length > MOST_PAIRS) {
    return left.length < right.length ? left : right;
  }
  const out: Interval[] = [];
  for (const a of left) {
    for (const b of right) {
      const low = compareLow(a.low, b.low) >= 0 ? a.low : b.low;
      const high = compareHigh(a.high, b.high) <= 0 ? a.high : b.high;
      if (Buffer.compare(lowBytes(low), highBytes(high)) < 0) out.push({ low, high });
    }
  }
  return out;
}

function compareLow(a: Edge, b: Edge): number {
  return Buffer.compare(lowBytes(a), lowBytes(b));
}

function compareHigh(a: Edge, b: Edge): number {
  return Buffer.compare(highBytes(a), highBytes(b));
}

/** The first bytes inside, when the interval begins here. */
export function lowBytes(edge: Edge): Buffer {
  return edge.inclusive ? edge.bytes : after(edge);
}

/** The first bytes outside, when the interval ends here. */
export function highBytes(edge: Edge): Buffer {
  return edge.inclusive ? after(edge) : edge.bytes;
}

/** Beyond everything that begins with these bytes. */
export function after(edge: { bytes: Buffer; whole: boolean }): Buffer {
  if (edge.whole) return Buffer.concat([edge.bytes, Buffer.from([255])]);
  const next = Buffer.from(edge.bytes);
  next[next.length - 1] = (next[next.length - 1] ?? 0) + 1;
  return next;
}
