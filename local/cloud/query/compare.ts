import { above, below, pointsOf } from '../plan/interval';
import { compareValues, rankOf, sameValue } from '../values/order';
import type { Value } from '../values/value';
import type { ValueTest } from './ast';
import { matches } from './text';

export type Comparison = '$gt' | '$gte' | '$lt' | '$lte';

/** A literal pattern in a query asks for texts that match it. */
export function equals(operand: Value): ValueTest {
  if (operand instanceof RegExp) return matches(operand);
  return {
    kind: 'value',
    reach: 'elements',
    accepts: (value) => sameValue(value, operand),
    intervals: () => pointsOf(operand),
    exact: !Array.isArray(operand),
    equal: operand,
  };
}

/** Values of another type never compare; NaN only equals itself. */
export function compare(name: Comparison, operand: Value): ValueTest {
  const inclusive = name === '$gte' || name === '$lte';
  const test: ValueTest = {
    kind: 'value',
    reach: 'elements',
    accepts: (value) => rankOf(value) === rankOf(operand) && holds(name, value, operand),
  };
  if (Array.isArray(operand)) return test;
  const interval = name === '$gt' || name === '$gte' ? above : below;
  return { ...test, intervals: () => [interval(operand, inclusive)], exact: true };
}

function holds(name: Comparison, value: Value | undefined, operand: Value): boolean {
  if (Number.isNaN(value) || Number.isNaN(operand)) {
    return Number.isNaN(value) && Number.isNaN(operand) && (name === '$gte' || name === '$lte');
  }
  const order = compareValues(value, operand);
  switch (name) {
    case '$gt':
      return order > 0;
    case '$gte':
      return order >= 0;
    case '$lt':
      return order < 0;
    case '$lte':
      return order <= 0;
  }
}
