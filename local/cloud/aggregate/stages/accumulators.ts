import { failed } from '../../errors';
import { isDoc, type Doc, type Value } from '../../values/value';
import { keyText } from '../../values/key';
import { compareValues } from '../../values/order';
import { compile } from '../expression';
import type { Expression, Result } from '../scope';

/** Gathers one field of a group, value by value. */
export interface Gatherer {
  add(value: Result): void;
  result(): Value;
}

function total(): Gatherer {
  let sum = 0;
  return {
    add: (value) => {
      if (typeof value === 'number') sum += value;
    },
    result: () => sum,
  };
}

function average(): Gatherer {
  let [sum, count] = [0, 0];
  return {
    add: (value) => {
      if (typeof value !== 'number') return;
      sum += value;
      count++;
    },
    result: () => (count === 0 ? null : sum / count),
  };
}

/** Null and missing lose against everything. */
function extreme(way: 1 | -1): Gatherer {
  let best: Value = null;
  return {
    add: (value) => {
      if (value === undefined || value === null) return;
      if (best === null || compareValues(value, best) * way > 0) best = value;
    },
    result: () => best,
  };
}

function first(): Gatherer {
  let found: { value: Value } | undefined;
  return {
    add: (value) => {
      found ??= { value: value ?? null };
    },
    result: () => found?.value ?? null,
  };
}

function last(): Gatherer {
  let latest: Value = null;
  return {
    add: (value) => {
      latest = value ?? null;
    },
    result: () => latest,
  };
}

/** Keeps null; what is missing is not pushed. */
function push(hold: (value: Value) => void): Gatherer {
  const values: Value[] = [];
  return {
    add: (value) => {
      if (value === undefined) return;
      hold(value);
      values.push(value);
    },
    result: () => values,
  };
}

function addToSet(hold: (value: Value) => void): Gatherer {
  const values = new Map<string, Value>();
  return {
    add: (value) => {
      if (value === undefined) return;
      const key = keyText(value);
      if (values.has(key)) return;
      hold(value);
      values.set(key, value);
    },
    result: () => [...values.values()],
  };
}

function merge(): Gatherer {
  const merged: Doc = {};
  return {
    add: (value) => {
      if (value === undefined || value === null) return;
      if (!isDoc(value)) throw failed('$mergeObjects requires object inputs');
      Object.assign(merged, value);
    },
    result: () => merged,
  };
}

const GATHERERS: Record<string, (hold: (value: Value) => void) => Gatherer> = {
  $sum: total,
  $count: total,
  $avg: average,
  $min: () => extreme(-1),
  $max: () => extreme(1),
  $first: first,
  $last: last,
  $push: push,
  $addToSet: addToSet,
  $mergeObjects: merge,
};

export interface Accumulator {
  name: string;
  of: Expression;
  start: (hold: (value: Value) => void) => Gatherer;
}

export function readAccumulator(name: string, spec: Value): Accumulator {
  const entry = isDoc(spec) ? Object.entries(spec) : [];
  const [operator, operand] = entry[0] ?? [];
  if (operator === undefined || operand === undefined || entry.length !== 1) {
    throw failed(`The field '${name}' must specify one accumulator`);
  }
  const start = Object.hasOwn(GATHERERS, operator) ? GATHERERS[operator] : undefined;
  if (start === undefined) throw failed(`unknown group operator '${operator}'`);
  if (name.includes('.')) throw failed(`The field name '${name}' cannot contain '.'`);
  return { name, of: operator === '$count' ? () => 1 : compile(operand), start };
}
