import { failed } from '../../errors';
import { compareValues } from '../../values/order';
import type { Plain } from '../expression';
import { isTrue, type Result } from '../scope';

/** Missing sorts below null here, unlike in a query: the two are not equal. */
function compare(left: Result, right: Result): number {
  if (left === undefined || right === undefined)
    return Number(left !== undefined) - Number(right !== undefined);
  return Math.sign(compareValues(left, right));
}

function comparison(holds: (order: number) => boolean): Plain {
  return { least: 2, most: 2, of: (left, right) => holds(compare(left, right)) };
}

function among(item: Result, list: Result): boolean {
  if (!Array.isArray(list)) throw failed('$in requires an array as a second argument');
  return list.some((other) => compare(item, other) === 0);
}

export const CONDITIONS: Record<string, Plain> = {
  $cmp: { least: 2, most: 2, of: compare },
  $eq: comparison((order) => order === 0),
  $ne: comparison((order) => order !== 0),
  $gt: comparison((order) => order > 0),
  $gte: comparison((order) => order >= 0),
  $lt: comparison((order) => order < 0),
  $lte: comparison((order) => order <= 0),
  $in: { least: 2, most: 2, of: among },
  $and: { least: 0, most: 1000, of: (...values) => values.every(isTrue) },
  $or: { least: 0, most: 1000, of: (...values) => values.some(isTrue) },
  $not: { least: 1, most: 1, of: (value) => !isTrue(value) },
};
