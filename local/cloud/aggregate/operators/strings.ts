import { failed } from '../../errors';
import { compareStrings } from '../../values/order';
import { typeName, type Value } from '../../values/value';
import type { Plain } from '../expression';
import { isNone, type Result } from '../scope';

function textOf(name: string, value: Result): string {
  if (isNone(value)) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (value instanceof Date) return value.toISOString();
  throw failed(`${name} requires a string, found: ${typeName(value)}`);
}

function concat(...values: Result[]): Result {
  if (values.some(isNone)) return null;
  return values.map((value) => (typeof value === 'string' ? value : refuse('$concat', value))).join('');
}

function refuse(name: string, value: Result): never {
  throw failed(`${name} only supports strings, not ${typeName(value)}`);
}

function substring(value: Result, start: Result, length: Result): Result {
  if (typeof start !== 'number' || typeof length !== 'number') throw failed('$substrCP needs two numbers');
  const points = [...textOf('$substrCP', value)];
  return points.slice(start, length < 0 ? undefined : start + length).join('');
}

function split(value: Result, by: Result): Result {
  if (isNone(value) || isNone(by)) return null;
  if (typeof value !== 'string' || typeof by !== 'string' || by === '')
    throw failed('$split needs two strings');
  return value.split(by);
}

function toText(value: Result): Result {
  if (isNone(value)) return null;
  return typeof value === 'boolean' ? String(value) : textOf('$toString', value);
}

function toNumber(name: string, whole: boolean): Plain {
  const of = (value: Result): Value => {
    if (isNone(value)) return null;
    if (value instanceof Date && name !== '$toInt') return value.getTime();
    const number =
      typeof value === 'boolean' || (typeof value === 'string' && value.trim() !== '')
        ? Number(value)
        : value;
    if (typeof number !== 'number' || Number.isNaN(number)) throw failed(`Failed to parse number in ${name}`);
    return whole ? Math.trunc(number) : number;
  };
  return { least: 1, most: 1, of };
}

const one = (of: (value: Result) => Result): Plain => ({ least: 1, most: 1, of });

export const STRINGS: Record<string, Plain> = {
  $concat: { least: 1, most: 1000, of: concat },
  $toLower: one((value) => textOf('$toLower', value).toLowerCase()),
  $toUpper: one((value) => textOf('$toUpper', value).toUpperCase()),
  $substrCP: { least: 3, most: 3, of: substring },
  $strLenCP: one((value) => (typeof value === 'string' ? [...value].length : refuse('$strLenCP', value))),
  $split: { least: 2, most: 2, of: split },
  $strcasecmp: {
    least: 2,
    most: 2,
    of: (a, b) =>
      compareStrings(textOf('$strcasecmp', a).toUpperCase(), textOf('$strcasecmp', b).toUpperCase()) || 0,
  },
  $toString: one(toText),
  $toInt: toNumber('$toInt', true),
  $toLong: toNumber('$toLong', true),
  $toDouble: toNumber('$toDouble', false),
  $type: one((value) => typeName(value)),
};
