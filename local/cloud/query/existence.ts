import type { Value } from '../values/value';
import type { Test } from './ast';

export function exists(operand: Value): Test {
  const present: Test = { kind: 'value', reach: 'whole', accepts: (value) => value !== undefined };
  return isTruthy(operand) ? present : { kind: 'not', tests: [present] };
}

function isTruthy(value: Value): boolean {
  return value !== null && value !== false && value !== 0;
}
