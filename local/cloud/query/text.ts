import { failed } from '../errors';
import { linearTest } from '../pattern/linear';
import { pattern } from '../values/ejson-read';
import { sameValue } from '../values/order';
import type { Doc, Value } from '../values/value';
import type { ValueTest } from './ast';

export function matches(expression: RegExp): ValueTest {
  const holds = linearTest(expression);
  return {
    kind: 'value',
    reach: 'elements',
    accepts: (value) => (typeof value === 'string' ? holds(value) : sameValue(value, expression)),
  };
}

/** `db.RegExp({ regexp, options })` arrives as `$regex` with `$options` beside it. */
export function regex(operand: Value, siblings: Doc): ValueTest {
  if (operand instanceof RegExp)
    return matches(pattern(operand.source, siblings['$options'] ?? operand.flags));
  if (typeof operand !== 'string') throw failed('$regex has to be a string');
  return matches(pattern(operand, siblings['$options'] ?? ''));
}
