import { fieldOf, isDoc, type Value } from '../values/value';

/** Which element the path went through: what a positional `$` will stand for. */
export interface Passage {
  array: string;
  index: number;
}

type Visit = (value: Value | undefined, passage: Passage | undefined) => boolean;

/**
 * Shows each value that a dotted path reaches, going through arrays as MongoDB does: into every element that is an
 * object, and into the one that a number names. A path that ends at a scalar is a missing field; one that ends among an
 * array's scalars is nothing at all. Stops at the first `true`.
 */
export function someLeaf(root: Value, segments: string[], visit: Visit): boolean {
  return descend(root, segments, 0, undefined, visit);
}

function descend(
  node: Value | undefined,
  segments: string[],
  depth: number,
  passage: Passage | undefined,
  visit: Visit,
): boolean {
  const segment = segments[depth];
  if (segment === undefined) return visit(node, passage);
  if (isDoc(node)) return descend(fieldOf(node, segment), segments, depth + 1, passage, visit);
  if (!Array.isArray(node)) return visit(undefined, passage);
  if (/^\d+$/.test(segment)) {
    const named = node[Number(segment)];
    if (named !== undefined && descend(named, segments, depth + 1, passage, visit)) return true;
  }
  const array = segments.slice(0, depth).join('.');
  return node.some(
    (element, index) =>
      isDoc(element) &&
      descend(fieldOf(element, segment), segments, depth + 1, passage ?? { array, index }, visit),
  );
}
