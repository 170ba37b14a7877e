import { countOf } from '../../actions/calculate-document';
import { failed } from '../../errors';
import { sortDocs, type Order } from '../../plan/sorting';
import { isDoc, type Doc, type Value } from '../../values/value';
import { memoryOf } from '../memory';
import type { ParseStage } from '../stage';

export function readOrder(operand: Value): Order {
  if (!isDoc(operand) || Object.keys(operand).length === 0)
    throw failed('$sort stage must have at least one sort key');
  return Object.entries(operand).map(([path, direction]) => {
    if (direction !== 1 && direction !== -1) throw failed('$sort key ordering must be 1 or -1');
    return [path, direction] as const;
  });
}

export const sort: ParseStage = (operand) => {
  const order = readOrder(operand);
  return function* (docs) {
    const hold = memoryOf('$sort');
    const held: { doc: Doc }[] = [];
    for (const doc of docs) {
      hold(doc);
      held.push({ doc });
    }
    for (const { doc } of sortDocs(held, order)) yield doc;
  };
};

export function wholeIn(stage: string, operand: Value, least: number): number {
  if (typeof operand === 'number' && Number.isInteger(operand) && operand >= least) return operand;
  throw failed(`the ${stage} must be a whole number, at least ${least}`);
}

export const skip: ParseStage = (operand) => {
  const count = wholeIn('$skip', operand, 0);
  return function* (docs) {
    let passed = 0;
    for (const doc of docs) if (++passed > count) yield doc;
  };
};

export const limit: ParseStage = (operand) => {
  const count = wholeIn('$limit', operand, 1);
  return function* (docs) {
    let passed = 0;
    for (const doc of docs) {
      yield doc;
      if (++passed >= count) return;
    }
  };
};

/** Of nothing it says nothing. */
export const count: ParseStage = (operand) => {
  if (typeof operand !== 'string' || operand === '' || /^\$|\./.test(operand)) {
    throw failed('the count field must be a non-empty string without $ and dots');
  }
  return function* (docs) {
    const found = countOf(docs);
    if (found > 0) yield { [operand]: found };
  };
};
