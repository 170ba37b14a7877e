import { failed } from '../errors';
import { pointsOf } from '../plan/interval';
import { sameValue } from '../values/order';
import { isDoc, isOperatorDoc, type Value } from '../values/value';
import type { ValueTest } from './ast';

export function among(name: '$in' | '$nin', operand: Value): ValueTest {
  if (!Array.isArray(operand)) throw failed(`${name} needs an array`);
  if (operand.some((item) => isDoc(item) && isOperatorDoc(item))) {
    throw failed(`cannot nest $ under ${name}`);
  }
  const patterns = operand.filter((item) => item instanceof RegExp);
  const values = operand.filter((item) => !(item instanceof RegExp));
  const simple = new Set(values.filter((item) => typeof item === 'string'));
  const others = values.filter((item) => typeof item !== 'string');
  const test: ValueTest = {
    kind: 'value',
    reach: 'elements',
    accepts: (value) =>
      typeof value === 'string'
        ? simple.has(value) || patterns.some((pattern) => pattern.test(value))
        : others.some((item) => sameValue(value, item)),
  };
  if (patterns.length > 0) return test;
  return { ...test, intervals: () => values.flatMap(pointsOf), exact: !values.some(Array.isArray) };
}
