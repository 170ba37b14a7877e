import { failed } from '../errors';
import { compareValues } from '../values/order';
import { cloneValue, typeName, type Value } from '../values/value';
import type { ParseOperator } from './operator';
import { existingPlace, placeAt } from './path';

export const set: ParseOperator = (_, operand) => (doc, path) => placeAt(doc, path).put(cloneValue(operand));

export const unset: ParseOperator = () => (doc, path) => existingPlace(doc, path)?.remove();

export const inc: ParseOperator = (path, operand) =>
  arithmetic(
    '$inc',
    path,
    operand,
    (a, b) => a + b,
    (b) => b,
  );

export const mul: ParseOperator = (path, operand) =>
  arithmetic(
    '$mul',
    path,
    operand,
    (a, b) => a * b,
    () => 0,
  );

export const min: ParseOperator = (_, operand) => extreme(operand, (order) => order < 0);

export const max: ParseOperator = (_, operand) => extreme(operand, (order) => order > 0);

function arithmetic(
  name: string,
  field: string,
  operand: Value,
  combine: (a: number, b: number) => number,
  start: (b: number) => number,
): ReturnType<ParseOperator> {
  if (typeof operand !== 'number') {
    throw failed(`Cannot ${name} with non-numeric argument: {${field}: ${JSON.stringify(operand)}}`);
  }
  return (doc, path) => {
    const place = placeAt(doc, path);
    const { value } = place;
    if (value !== undefined && typeof value !== 'number') {
      throw failed(
        `Cannot apply ${name} to a value of non-numeric type. ` +
          `{_id: ${JSON.stringify(doc['_id'])}} has the field '${path}' of non-numeric type ${typeName(value)}`,
      );
    }
    place.put(value === undefined ? start(operand) : combine(value, operand));
  };
}

function extreme(operand: Value, wins: (order: number) => boolean): ReturnType<ParseOperator> {
  return (doc, path) => {
    const place = placeAt(doc, path);
    if (place.value === undefined || wins(compareValues(operand, place.value)))
      place.put(cloneValue(operand));
  };
}
