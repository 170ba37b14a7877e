import { failed } from '../errors';
import { sameValue } from '../values/order';
import { cloneValue, isDoc, type Value } from '../values/value';
import type { ParseOperator } from './operator';
import { existingPlace, placeAt } from './path';
import { arrayAt } from './push';

export const addToSet: ParseOperator = (_, operand) => {
  const wanted = readEach(operand);
  return (doc, path) => {
    const place = placeAt(doc, path);
    const items = [...arrayAt(doc, path, place.value)];
    for (const item of wanted) {
      if (!items.some((present) => sameValue(present, item))) items.push(cloneValue(item));
    }
    place.put(items);
  };
};

function readEach(operand: Value): Value[] {
  if (!isDoc(operand) || !('$each' in operand)) return [operand];
  const unknown = Object.keys(operand).find((name) => name !== '$each');
  if (unknown) throw failed(`Found unexpected fields after $each in $addToSet: ${unknown}`);
  const each = operand['$each'];
  if (!Array.isArray(each)) throw failed('The argument to $each in $addToSet must be an array');
  return each;
}

export const pop: ParseOperator = (path, operand) => {
  if (operand !== 1 && operand !== -1) throw failed(`$pop expects 1 or -1 for '${path}'`);
  return (doc, at) => {
    const place = existingPlace(doc, at);
    if (place?.value === undefined) return;
    const items = arrayAt(doc, at, place.value);
    place.put(operand === 1 ? items.slice(0, -1) : items.slice(1));
  };
};
