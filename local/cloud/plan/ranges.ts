import { invert } from '../values/key';
import type { IndexField } from './index-spec';
import { after, isPoint, type Edge, type Interval } from './interval';

/** Keys from `from`, up to but without `to`. */
export interface Range {
  from: Buffer;
  to: Buffer;
}

const MOST_RANGES = 5000;

/** Every combination of the points of the leading fields, then the stretches of the last one; too many are left wider. */
export function rangesOf(fields: IndexField[], bounds: Interval[][]): Range[] {
  let prefixes = [Buffer.alloc(0)];
  for (const [i, intervals] of bounds.entries()) {
    const direction = fields[i]?.[1] ?? 1;
    if (prefixes.length > 1 && prefixes.length * intervals.length > MOST_RANGES) return prefixes.map(below);
    if (i === bounds.length - 1 || !intervals.every(isPoint)) {
      return prefixes.flatMap((prefix) => intervals.map((interval) => range(prefix, interval, direction)));
    }
    prefixes = prefixes.flatMap((prefix) =>
      intervals.map(({ low }) => Buffer.concat([prefix, direction === 1 ? low.bytes : invert(low.bytes)])),
    );
  }
  return [];
}

/** All keys that begin with these bytes. */
function below(prefix: Buffer): Range {
  return { from: prefix, to: after({ bytes: prefix, whole: true }) };
}

function range(prefix: Buffer, { low, high }: Interval, direction: 1 | -1): Range {
  if (direction === 1) return { from: start(prefix, low), to: end(prefix, high) };
  const turned = (edge: Edge): Edge => ({ ...edge, bytes: invert(edge.bytes) });
  return { from: start(prefix, turned(high)), to: end(prefix, turned(low)) };
}

function start(prefix: Buffer, edge: Edge): Buffer {
  return Buffer.concat([prefix, edge.inclusive ? edge.bytes : after(edge)]);
}

function end(prefix: Buffer, edge: Edge): Buffer {
  return Buffer.concat([prefix, edge.inclusive ? after(edge) : edge.bytes]);
}
