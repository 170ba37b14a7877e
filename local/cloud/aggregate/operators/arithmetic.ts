import { failed } from '../../errors';
import { compareValues } from '../../values/order';
import { typeName, type Value } from '../../values/value';
import type { Plain } from '../expression';
import { isNone, type Result } from '../scope';

const MANY = 1000;

/** Nothing in, nothing out: null for null and for missing. */
function numeric(name: string, of: (...numbers: number[]) => number, least = 1, most = least): Plain {
  return {
    least,
    most,
    of: (...values) => {
      if (values.some(isNone)) return null;
      return of(...values.map((value) => numberIn(name, value)));
    },
  };
}

function numberIn(name: string, value: Result): number {
  if (typeof value === 'number') return value;
  throw failed(`${name} only supports numeric types, not ${typeName(value)}`);
}

function add(...values: Result[]): Result {
  if (values.some(isNone)) return null;
  const dates = values.filter((value) => value instanceof Date);
  if (dates.length > 1) throw failed('only one date allowed in an $add expression');
  const sum = values.reduce<number>(
    (total, value) => total + (value instanceof Date ? value.getTime() : numberIn('$add', value)),
    0,
  );
  return dates.length === 1 ? new Date(sum) : sum;
}

function subtract(left: Result, right: Result): Result {
  if (isNone(left) || isNone(right)) return null;
  if (left instanceof Date) {
    if (right instanceof Date) return left.getTime() - right.getTime();
    return new Date(left.getTime() - numberIn('$subtract', right));
  }
  return numberIn('$subtract', left) - numberIn('$subtract', right);
}

function divisor(name: string, by: number): number {
  if (by === 0) throw failed(`${name} by zero`);
  return by;
}

/** Half to even, as MongoDB rounds; the decimal text decides, not the binary fraction. */
function round(value: number, places = 0): number {
  if (!Number.isFinite(value)) return value;
  const shifted = Number(`${value}e${places}`);
  const floor = Math.floor(shifted);
  const half = shifted - floor === 0.5;
  const whole = half ? floor + (floor % 2 === 0 ? 0 : 1) : Math.round(shifted);
  return Number(`${whole}e${-places}`);
}

function trunc(value: number, places = 0): number {
  return Number.isFinite(value) ? Number(`${Math.trunc(Number(`${value}e${places}`))}e${-places}`) : value;
}

/** `$sum` and its kin take an array, or several values; whatever is no number is passed over. */
function over(fold: (values: Value[]) => Result): Plain {
  return {
    least: 1,
    most: MANY,
    of: (...values) => {
      const only = values.length === 1 ? values[0] : values.map((value) => value ?? null);
      return fold((Array.isArray(only) ? only : [only ?? null]).filter((value) => value !== null));
    },
  };
}

export function sum(values: Value[]): number {
  return values.reduce<number>((total, value) => total + (typeof value === 'number' ? value : 0), 0);
}

export function average(values: Value[]): number | null {
  const numbers = values.filter((value) => typeof value === 'number');
  return numbers.length === 0 ? null : sum(numbers) / numbers.length;
}

export function extreme(values: Value[], way: 1 | -1): Value {
  let best: Value = null;
  for (const value of values) {
    if (value !== null && (best === null || compareValues(value, best) * way > 0)) best = value;
  }
  return best;
}

export const ARITHMETIC: Record<string, Plain> = {
  $add: { least: 1, most: MANY, of: add },
  $subtract: { least: 2, most: 2, of: subtract },
  $multiply: numeric('$multiply', (...all) => all.reduce((a, b) => a * b, 1), 1, MANY),
  $divide: numeric('$divide', (a, b = 0) => a / divisor("can't $divide", b), 2),
  $mod: numeric('$mod', (a, b = 0) => a % divisor("can't $mod", b), 2),
  $abs: numeric('$abs', Math.abs),
  $ceil: numeric('$ceil', Math.ceil),
  $floor: numeric('$floor', Math.floor),
  $sqrt: numeric('$sqrt', Math.sqrt),
  $pow: numeric('$pow', Math.pow, 2),
  $round: numeric('$round', round, 1, 2),
  $trunc: numeric('$trunc', trunc, 1, 2),
  $sum: over(sum),
  $avg: over(average),
  $min: over((values) => extreme(values, -1)),
  $max: over((values) => extreme(values, 1)),
};
