import { EMPTY, encodePart, type KeyPart } from '../values/key';
import { compareValues } from '../values/order';
import { fieldOf, isDoc, type Doc, type Value } from '../values/value';
import { innermostArray, type Index } from './index-spec';

export type Order = (readonly [path: string, direction: 1 | -1])[];

/** Whether an index whose first `fixed` fields are held to one value yields this order: forward, backward or not. */
export function sortedBy(index: Index, fixed: number, order: Order): 1 | -1 | undefined {
  const held = new Set(index.fields.slice(0, fixed).map(([path]) => path));
  const open = order.filter(([path]) => !held.has(path));
  const free = index.fields.slice(fixed);
  if (open.some(([path]) => innermostArray(index, path) !== undefined)) return undefined;
  for (const way of [1, -1] as const) {
    if (open.every(([path, direction], i) => free[i]?.[0] === path && free[i]?.[1] === direction * way))
      return way;
  }
  return undefined;
}

/** An array sorts by its least element upwards and by its greatest downwards. */
export function sortDocs<T extends { doc: Doc }>(rows: T[], order: Order): T[] {
  const keyed = rows.map((row) => ({
    row,
    keys: order.map(([path, direction]) => sortKey(row.doc, path.split('.'), direction)),
  }));
  keyed.sort((a, b) => {
    for (const [i, [, direction]] of order.entries()) {
      const by = Buffer.compare(a.keys[i] ?? Buffer.alloc(0), b.keys[i] ?? Buffer.alloc(0));
      if (by !== 0) return by * direction;
    }
    return 0;
  });
  return keyed.map(({ row }) => row);
}

function sortKey(doc: Doc, segments: string[], direction: 1 | -1): Buffer {
  const parts = reached(doc, segments);
  const keys = parts.map(encodePart).sort((a, b) => Buffer.compare(a, b) * direction);
  return keys[0] ?? encodePart(null);
}

function reached(node: Value | undefined, segments: string[]): KeyPart[] {
  const [segment, ...rest] = segments;
  if (segment === undefined) {
    if (!Array.isArray(node)) return [node ?? null];
    return node.length === 0 ? [EMPTY] : [...node].sort(compareValues);
  }
  if (isDoc(node)) return reached(fieldOf(node, segment), rest);
  if (!Array.isArray(node)) return [null];
  const named = /^\d+$/.test(segment) ? node[Number(segment)] : undefined;
  if (named !== undefined) return reached(named, rest);
  return node.flatMap((element) => (isDoc(element) ? reached(fieldOf(element, segment), rest) : [null]));
}
