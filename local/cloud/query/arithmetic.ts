import { failed } from '../errors';
import type { Value } from '../values/value';
import type { ValueTest } from './ast';

export function mod(operand: Value): ValueTest {
  const [divisor, remainder] = Array.isArray(operand) && operand.length === 2 ? operand : [];
  if (typeof divisor !== 'number' || typeof remainder !== 'number') {
    throw failed('malformed mod, needs to be an array of two numbers');
  }
  const by = Math.trunc(divisor);
  if (by === 0 || !Number.isFinite(by)) throw failed('divisor cannot be 0');
  return {
    kind: 'value',
    reach: 'elements',
    accepts: (value) => typeof value === 'number' && Math.trunc(value) % by === Math.trunc(remainder),
  };
}
