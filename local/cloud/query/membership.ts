import { failed } from '../errors';
import { pointsOf } from '../plan/interval';
import { sameValue } from '../values/order';
import { isDoc, isOperatorDoc, type Value } from '../values/value';
import type { ValueTest } from './ast';
import { matches } from './text';

export function among(name: '$in' | '$nin', operand: Value): ValueTest {
  if (!Array.isArray(operand)) throw failed(`${name} needs an array`);
  if (operand.some((item) => isDoc(item) && isOperatorDoc(item))) {
    throw failed(`cannot nest $ under ${name}`);
  }
  const patterns = operand.filter((item) => item instanceof RegExp).map(matches);
  const values = operand.filter((item) => !(item instanceof RegExp));
  const simple = new Set<Value | undefined>(values.filter(isSimple));
  const others = values.filter((item) => !isSimple(item));
  const test: ValueTest = {
    kind: 'value',
    reach: 'elements',
    accepts: (value) =>
      simple.has(value) ||
      others.some((item) => sameValue(value, item)) ||
      patterns.some(({ accepts }) => accepts(value)),
  };
  if (patterns.length > 0) return test;
  return { ...test, intervals: () => values.flatMap(pointsOf), exact: !values.some(Array.isArray) };
}

/** A set finds these as an equality would; the rest are compared one by one. */
function isSimple(value: Value): boolean {
  return typeof value === 'string' || typeof value === 'number';
}
