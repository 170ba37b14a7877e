import { failed } from '../errors';
import { compareValues } from '../values/order';
import { cloneValue, fieldOf, isDoc, typeName, type Doc, type Value } from '../values/value';
import type { ParseOperator } from './operator';
import { placeAt } from './path';

const MODIFIERS = new Set(['$each', '$position', '$slice', '$sort']);

interface Push {
  each: Value[];
  position: number | undefined;
  slice: number | undefined;
  order: ((a: Value, b: Value) => number) | undefined;
}

export const push: ParseOperator = (_, operand) => {
  const spec = readPush(operand);
  return (doc, path) => {
    const place = placeAt(doc, path);
    const items = [...arrayAt(doc, path, place.value)];
    items.splice(spec.position ?? items.length, 0, ...spec.each.map((item) => cloneValue(item)));
    if (spec.order) items.sort(spec.order);
    place.put(spec.slice === undefined ? items : cut(items, spec.slice));
  };
};

export function arrayAt(doc: Doc, path: string, value: Value | undefined): Value[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value;
  throw failed(
    `The field '${path}' must be an array but is of type ${typeName(value)} ` +
      `in document {_id: ${JSON.stringify(doc['_id'])}}`,
  );
}

function readPush(operand: Value): Push {
  if (!isDoc(operand) || !('$each' in operand)) {
    return { each: [operand], position: undefined, slice: undefined, order: undefined };
  }
  const unknown = Object.keys(operand).find((name) => !MODIFIERS.has(name));
  if (unknown) throw failed(`Unrecognized clause in $push: ${unknown}`);
  const each = operand['$each'];
  if (!Array.isArray(each)) throw failed('The argument to $each in $push must be an array');
  return {
    each,
    position: whole('$position', operand['$position']),
    slice: whole('$slice', operand['$slice']),
    order: sortOrder(operand['$sort']),
  };
}

function whole(name: string, value: Value | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    throw failed(`The value for ${name} must be a whole number`);
  }
  return value;
}

function cut(items: Value[], slice: number): Value[] {
  if (slice === 0) return [];
  return slice > 0 ? items.slice(0, slice) : items.slice(slice);
}

function sortOrder(value: Value | undefined): Push['order'] {
  if (value === undefined) return undefined;
  if (value === 1 || value === -1) return (a, b) => compareValues(a, b) * value;
  if (!isDoc(value) || Object.values(value).some((way) => way !== 1 && way !== -1)) {
    throw failed('The $sort is invalid: use 1/-1 or an object of them');
  }
  const fields = Object.entries(value);
  return (a, b) => {
    for (const [path, way] of fields) {
      const order = compareValues(inside(a, path), inside(b, path));
      if (order !== 0) return order * Number(way);
    }
    return 0;
  };
}

function inside(element: Value, path: string): Value | undefined {
  let node: Value | undefined = element;
  for (const segment of path.split('.')) node = isDoc(node) ? fieldOf(node, segment) : undefined;
  return node;
}
