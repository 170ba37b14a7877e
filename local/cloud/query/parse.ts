import { failed } from '../errors';
import { isDoc, isOperatorDoc, type Doc, type Value } from '../values/value';
import type { Node, Test } from './ast';
import { equals } from './compare';
import { parseOperators } from './operators';

const LOGIC = { $and: 'and', $or: 'or', $nor: 'nor' } as const;

export function parseQuery(query: Value): Node {
  if (!isDoc(query)) throw failed('a query must be an object');
  const nodes = Object.entries(query).flatMap(([name, value]) =>
    name.startsWith('$') ? [parseLogic(name, value)] : parseField(name, value),
  );
  return nodes.length === 1 && nodes[0] ? nodes[0] : { kind: 'and', nodes };
}

function parseLogic(name: string, value: Value): Node {
  if (!Object.hasOwn(LOGIC, name)) throw failed(`unknown top level operator: ${name}`);
  if (!Array.isArray(value) || value.length === 0) throw failed(`${name} must be a nonempty array`);
  return { kind: LOGIC[name as keyof typeof LOGIC], nodes: value.map(parseQuery) };
}

function parseField(path: string, value: Value): Node[] {
  const segments = path.split('.');
  return testsOf(value).map((test) => ({ kind: 'field', path, segments, test }));
}

function testsOf(value: Value): Test[] {
  return isDoc(value) && isOperatorDoc(value) ? parseOperators(value) : [equals(value)];
}

/** `$elemMatch` and `$pull` take either operators on the element or a query on its fields. */
export function parseElementCondition(condition: Doc): { tests: Test[] } | { query: Node } {
  const first = Object.keys(condition)[0];
  const operators = first?.startsWith('$') && !Object.hasOwn(LOGIC, first);
  return operators ? { tests: parseOperators(condition) } : { query: parseQuery(condition) };
}
