import type { Node, Test } from '../query/ast';
import type { Interval } from './interval';

/** One condition that must hold and that an index can help with. */
export interface Clue {
  path: string;
  intervals: Interval[];
  /** The `$elemMatch`es around it: conditions of the same one speak of the same element. */
  within: { array: string; id: number }[];
}

export function cluesOf(node: Node): Clue[] {
  const counter = { next: 0 };
  return gather(node, '', [], counter);
}

function gather(node: Node, prefix: string, within: Clue['within'], counter: { next: number }): Clue[] {
  if (node.kind === 'and') return node.nodes.flatMap((inner) => gather(inner, prefix, within, counter));
  if (node.kind !== 'field') return [];
  return gatherTest(node.test, prefix + node.path, within, counter);
}

function gatherTest(test: Test, path: string, within: Clue['within'], counter: { next: number }): Clue[] {
  if (test.kind === 'value') return test.intervals ? [{ path, intervals: test.intervals(), within }] : [];
  if (test.kind === 'all') return test.tests.flatMap((inner) => gatherTest(inner, path, within, counter));
  if (test.kind === 'not') return [];
  const inside = [...within, { array: path, id: counter.next++ }];
  if ('query' in test.inner) return gather(test.inner.query, `${path}.`, inside, counter);
  return test.inner.tests.flatMap((inner) => gatherTest(inner, path, inside, counter));
}

/** The `$or`s that must hold as well. */
export function alternativesOf(node: Node): Node[][] {
  if (node.kind === 'or') return [node.nodes];
  return node.kind === 'and' ? node.nodes.flatMap(alternativesOf) : [];
}
