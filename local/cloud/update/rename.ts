import { failed } from '../errors';
import { fieldOf, isDoc, type Doc, type Value } from '../values/value';
import type { ParseOperator } from './operator';
import { existingPlace, placeAt } from './path';

export const rename: ParseOperator = (path, target) => {
  if (typeof target !== 'string') throw failed(`The 'to' field for $rename must be a string: ${path}`);
  return (doc, from) => {
    refuseArrays(doc, from, 'source');
    refuseArrays(doc, target, 'destination');
    const place = existingPlace(doc, from);
    const value = place?.value;
    if (place === undefined || value === undefined) return;
    place.remove();
    placeAt(doc, target).put(value);
  };
};

function refuseArrays(doc: Doc, path: string, role: string): void {
  let node: Value | undefined = doc;
  for (const segment of path.split('.')) {
    if (Array.isArray(node))
      throw failed(`The ${role} field of $rename cannot be an array element: '${path}'`);
    node = isDoc(node) ? fieldOf(node, segment) : undefined;
  }
}
