import type { Value } from '../values/value';
import { fieldOf, isDoc } from '../values/value';

/** What an expression sees: the document, the variables and the cloud's time. `undefined` is a missing field. */
export interface Scope {
  root: Value;
  variables: Record<string, Value | undefined>;
  now: number;
}

export type Result = Value | undefined;
export type Expression = (scope: Scope) => Result;
export type Compile = (expression: Value) => Expression;

/** A path through arrays gives an array of what its elements have; numbers in it are names. */
export function pick(value: Result, segments: string[], depth = 0): Result {
  const segment = segments[depth];
  if (segment === undefined) return value;
  if (isDoc(value)) return pick(fieldOf(value, segment), segments, depth + 1);
  if (!Array.isArray(value)) return undefined;
  return value.map((item) => pick(item, segments, depth)).filter((item) => item !== undefined);
}

export function isNone(value: Result): value is null | undefined {
  return value === null || value === undefined;
}

/** Only these are false: 0, null, false and what is missing. */
export function isTrue(value: Result): boolean {
  return !isNone(value) && value !== false && value !== 0;
}
