import { failed } from '../errors';
import { isDoc, type Value } from '../values/value';
import { inc, max, min, mul, set, unset } from './fields';
import type { Change, ParseOperator } from './operator';
import { pull, pullAll } from './pull';
import { push } from './push';
import { rename } from './rename';
import { addToSet, pop } from './sets';

const OPERATORS: Record<string, ParseOperator> = {
  $set: set,
  $unset: unset,
  $inc: inc,
  $mul: mul,
  $min: min,
  $max: max,
  $rename: rename,
  $push: push,
  $pull: pull,
  $pullAll: pullAll,
  $addToSet: addToSet,
  $pop: pop,
};

export interface Update {
  path: string;
  change: Change;
}

export function parseUpdate(update: Value): Update[] {
  if (!isDoc(update)) throw failed('an update must be an object');
  const updates: Update[] = [];
  for (const [name, fields] of Object.entries(update)) {
    const operator = Object.hasOwn(OPERATORS, name) ? OPERATORS[name] : undefined;
    if (operator === undefined) throw failed(`Unknown modifier: ${name}`);
    if (!isDoc(fields)) throw failed(`Modifiers operate on fields but we found another type for ${name}`);
    for (const [path, operand] of Object.entries(fields)) {
      updates.push({ path, change: operator(path, operand) });
      if (name === '$rename' && typeof operand === 'string') {
        updates.push({ path: operand, change: () => undefined });
      }
    }
  }
  updates.forEach(({ path }) => checkPath(path));
  refuseConflicts(updates.map(({ path }) => path));
  return updates;
}

function checkPath(path: string): void {
  for (const segment of path.split('.')) {
    if (segment === '') throw failed(`The update path '${path}' contains an empty field name`);
    if (segment === '__proto__') throw failed('a field cannot be named __proto__');
    if (segment.startsWith('$') && segment !== '$') {
      throw failed(`the update path '${path}' uses ${segment}, which is not supported`);
    }
  }
}

function refuseConflicts(paths: string[]): void {
  const sorted = paths.map((path) => `${path}.`).sort();
  sorted.forEach((path, i) => {
    const next = sorted[i + 1];
    if (next?.startsWith(path)) {
      throw failed(
        `Updating the path '${next.slice(0, -1)}' would create a conflict at '${path.slice(0, -1)}'`,
      );
    }
  });
}
