import { failed } from '../errors';
import { isDoc, type Value } from '../values/value';
import type { ElementTest, Test, ValueTest } from './ast';
import { equals } from './compare';
import { matchesNode, matchesTests } from './match';
import { parseElementCondition } from './parse';

export function elemMatch(operand: Value): ElementTest {
  if (!isDoc(operand)) throw failed('$elemMatch needs an Object');
  const inner = parseElementCondition(operand);
  return { kind: 'element', inner, accepts: elementPredicate(inner) };
}

export function elementPredicate(inner: ElementTest['inner']): (element: Value) => boolean {
  if ('tests' in inner) return (element) => matchesTests(inner.tests, element);
  return (element) => isDoc(element) && matchesNode(inner.query, element);
}

export function all(operand: Value): Test {
  if (!Array.isArray(operand)) throw failed('$all needs an array');
  if (operand.length === 0) return { kind: 'value', reach: 'whole', accepts: () => false };
  const tests = operand.map((item) =>
    isElemMatch(item) ? elemMatch(item['$elemMatch'] ?? null) : equals(item),
  );
  return { kind: 'all', tests };
}

function isElemMatch(value: Value): value is Record<string, Value> & { $elemMatch: Value } {
  return isDoc(value) && Object.keys(value)[0] === '$elemMatch';
}

export function size(operand: Value): ValueTest {
  if (typeof operand !== 'number' || !Number.isInteger(operand) || operand < 0) {
    throw failed('$size must be a whole number');
  }
  return {
    kind: 'value',
    reach: 'whole',
    accepts: (value) => Array.isArray(value) && value.length === operand,
  };
}
