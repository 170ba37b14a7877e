import type { Doc, Value } from '../values/value';
import type { ElementTest, Node, Test, ValueTest } from './ast';
import { someLeaf, type Passage } from './leaves';

/** The elements by which an array was matched, by the array's path: what a positional `$` stands for. */
export type Bindings = Map<string, number>;

export function matchesNode(node: Node, doc: Doc, bindings?: Bindings): boolean {
  switch (node.kind) {
    case 'and':
      return node.nodes.every((inner) => matchesNode(inner, doc, bindings));
    case 'or':
      return node.nodes.some((inner) => matchesNode(inner, doc, bindings));
    case 'nor':
      return !node.nodes.some((inner) => matchesNode(inner, doc));
    case 'field':
      return matchesTest(node.test, doc, node.segments, bindings);
  }
}

/** Tests on an element itself, as in `$elemMatch: { $gt: 1, $lt: 5 }`. */
export function matchesTests(tests: Test[], element: Value): boolean {
  return tests.every((test) => {
    if (test.kind === 'not') return !matchesTests(test.tests, element);
    if (test.kind === 'all') return matchesTests(test.tests, element);
    if (test.kind === 'value') return test.accepts(element);
    return Array.isArray(element) && element.some(test.accepts);
  });
}

function matchesTest(test: Test, root: Value, segments: string[], bindings?: Bindings): boolean {
  switch (test.kind) {
    case 'not':
      return !test.tests.every((inner) => matchesTest(inner, root, segments));
    case 'all':
      return test.tests.every((inner) => matchesTest(inner, root, segments, bindings));
    case 'element':
      return someLeaf(root, segments, (value) => matchesElement(test, value, segments, bindings));
    case 'value':
      return someLeaf(root, segments, (value, passage) =>
        matchesValue(test, value, passage, segments, bindings),
      );
  }
}

function matchesElement(
  test: ElementTest,
  value: Value | undefined,
  segments: string[],
  bindings: Bindings | undefined,
): boolean {
  if (!Array.isArray(value)) return false;
  const index = value.findIndex((element) => test.accepts(element));
  if (index >= 0) bindings?.set(segments.join('.'), index);
  return index >= 0;
}

function matchesValue(
  test: ValueTest,
  value: Value | undefined,
  passage: Passage | undefined,
  segments: string[],
  bindings: Bindings | undefined,
): boolean {
  const index = test.reach === 'elements' && Array.isArray(value) ? value.findIndex(test.accepts) : -1;
  if (index < 0 && !test.accepts(value)) return false;
  const by = passage ?? (index >= 0 ? { array: segments.join('.'), index } : undefined);
  if (by) bindings?.set(by.array, by.index);
  return true;
}
