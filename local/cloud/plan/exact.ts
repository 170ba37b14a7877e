import type { Node } from '../query/ast';
import { encodePart } from '../values/key';
import { TYPE_RANK } from '../values/order';
import type { Index } from './index-spec';
import { isPoint, type Interval } from './interval';

const NAN = encodePart(NaN);

/** Whether these stretches of the index hold what the query asks for and nothing else, so that no document need be read. */
export function isExact(node: Node, index: Index, bounds: Interval[][]): boolean {
  if (index.multikey.size > 0) return false;
  const bounded = new Set(index.fields.slice(0, bounds.length).map(([path]) => path));
  const asked = pathsOf(node);
  return asked !== undefined && asked.every((path) => bounded.has(path)) && bounds.flat().every(isClean);
}

function pathsOf(node: Node): string[] | undefined {
  if (node.kind === 'field') return node.test.kind === 'value' && node.test.exact ? [node.path] : undefined;
  if (node.kind !== 'and') return undefined;
  const paths: string[] = [];
  for (const inner of node.nodes) {
    const found = pathsOf(inner);
    if (found === undefined) return undefined;
    paths.push(...found);
  }
  return paths;
}

/** NaN sorts below the numbers and yet is not less than any. */
function isClean(interval: Interval): boolean {
  const { bytes, whole } = interval.low;
  if (isPoint(interval) || bytes[0] !== TYPE_RANK.number) return true;
  return whole && !bytes.equals(NAN);
}
