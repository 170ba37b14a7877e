import { failed } from '../errors';
import { elementPredicate } from '../query/arrays';
import { parseElementCondition } from '../query/parse';
import { matches } from '../query/text';
import { sameValue } from '../values/order';
import { isDoc, type Doc, type Value } from '../values/value';
import type { ParseOperator } from './operator';
import { existingPlace } from './path';
import { arrayAt } from './push';

export const pull: ParseOperator = (_, operand) => {
  const goes = pullPredicate(operand);
  return (doc, path) => removeWhere(doc, path, goes);
};

export const pullAll: ParseOperator = (_, operand) => {
  if (!Array.isArray(operand)) throw failed('$pullAll requires an array argument');
  return (doc, path) => removeWhere(doc, path, (item) => operand.some((gone) => sameValue(item, gone)));
};

/** An object is a condition on the element's fields, or operators on the element itself; anything else is a value. */
function pullPredicate(operand: Value): (item: Value) => boolean {
  if (operand instanceof RegExp) return matches(operand).accepts;
  if (!isDoc(operand)) return (item) => sameValue(item, operand);
  return elementPredicate(parseElementCondition(operand));
}

function removeWhere(doc: Doc, path: string, goes: (item: Value) => boolean): void {
  const place = existingPlace(doc, path);
  if (place?.value === undefined) return;
  place.put(arrayAt(doc, path, place.value).filter((item) => !goes(item)));
}
