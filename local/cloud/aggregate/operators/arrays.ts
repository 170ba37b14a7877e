import { failed } from '../../errors';
import { sameValue } from '../../values/order';
import { isDoc, typeName, type Doc, type Value } from '../../values/value';
import type { Plain } from '../expression';
import { isNone, type Result } from '../scope';

const MANY = 1000;

export function listIn(name: string, value: Result): Value[] {
  if (Array.isArray(value)) return value;
  throw failed(`the argument of ${name} must be an array, but is of type ${typeName(value)}`);
}

function ofArray(name: string, of: (list: Value[]) => Result): Plain {
  return { least: 1, most: 1, of: (value) => (isNone(value) ? null : of(listIn(name, value))) };
}

function elementAt(list: Result, index: Result): Result {
  if (isNone(list) || isNone(index)) return null;
  if (typeof index !== 'number') throw failed('the second argument of $arrayElemAt must be a number');
  return listIn('$arrayElemAt', list).at(index);
}

function slice(list: Result, first: Result, second: Result): Result {
  if (isNone(list) || isNone(first)) return null;
  const items = listIn('$slice', list);
  if (typeof first !== 'number') throw failed('$slice needs numbers');
  if (second === undefined) return first < 0 ? items.slice(first) : items.slice(0, first);
  if (typeof second !== 'number' || second <= 0) throw failed('the last argument of $slice must be positive');
  const start = first < 0 ? Math.max(0, items.length + first) : first;
  return items.slice(start, start + second);
}

function concat(...lists: Result[]): Result {
  return lists.some(isNone) ? null : lists.flatMap((list) => listIn('$concatArrays', list));
}

export function distinct(values: Value[]): Value[] {
  const out: Value[] = [];
  for (const value of values) if (!out.some((other) => sameValue(other, value))) out.push(value);
  return out;
}

function merge(...values: Result[]): Result {
  const docs = values.length === 1 && Array.isArray(values[0]) ? values[0] : values;
  const out: Doc = {};
  for (const doc of docs) {
    if (isNone(doc)) continue;
    if (!isDoc(doc))
      throw failed(`$mergeObjects requires object inputs, but input is of type ${typeName(doc)}`);
    Object.assign(out, doc);
  }
  return out;
}

function pairs(value: Result): Result {
  if (isNone(value)) return null;
  if (!isDoc(value)) throw failed(`$objectToArray requires a document input, found: ${typeName(value)}`);
  return Object.entries(value).map(([k, v]) => ({ k, v }));
}

export const ARRAYS: Record<string, Plain> = {
  $arrayElemAt: { least: 2, most: 2, of: elementAt },
  $first: ofArray('$first', (list) => list[0]),
  $last: ofArray('$last', (list) => list.at(-1)),
  $size: { least: 1, most: 1, of: (value) => listIn('$size', value).length },
  $isArray: { least: 1, most: 1, of: (value) => Array.isArray(value) },
  $slice: { least: 2, most: 3, of: slice },
  $concatArrays: { least: 1, most: MANY, of: concat },
  $reverseArray: ofArray('$reverseArray', (list) => [...list].reverse()),
  $setUnion: {
    least: 1,
    most: MANY,
    of: (...lists) => {
      const all = concat(...lists);
      return Array.isArray(all) ? distinct(all) : null;
    },
  },
  $setDifference: {
    least: 2,
    most: 2,
    of: (left, right) => {
      if (isNone(left) || isNone(right)) return null;
      const gone = listIn('$setDifference', right);
      return distinct(listIn('$setDifference', left)).filter(
        (item) => !gone.some((other) => sameValue(item, other)),
      );
    },
  },
  $setIntersection: {
    least: 1,
    most: MANY,
    of: (...lists) => {
      if (lists.some(isNone)) return null;
      const [first = [], ...rest] = lists.map((list) => listIn('$setIntersection', list));
      return distinct(first).filter((item) =>
        rest.every((list) => list.some((other) => sameValue(item, other))),
      );
    },
  },
  $mergeObjects: { least: 1, most: MANY, of: merge },
  $objectToArray: { least: 1, most: 1, of: pairs },
};
