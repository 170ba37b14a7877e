import { failed } from '../errors';
import type { Bindings } from '../query/match';
import { sameValue } from '../values/order';
import { cloneValue, type Doc } from '../values/value';
import type { Update } from './parse';

/** The document after the update; the given one stays as it was. */
export function applyUpdate(before: Doc, updates: Update[], bindings: Bindings): Doc {
  const doc = cloneValue(before);
  for (const { path, change } of updates) change(doc, bindPositional(path, bindings));
  if (!sameValue(doc['_id'], before['_id'])) {
    throw failed("Performing an update on the path '_id' would modify the immutable field '_id'");
  }
  return doc;
}

/** `$` stands for the element that the query matched in that very array. */
function bindPositional(path: string, bindings: Bindings): string {
  const segments = path.split('.');
  const at = segments.indexOf('$');
  if (at < 0) return path;
  if (at === 0)
    throw failed(`Cannot have positional (i.e. '$') element in the first position in path '${path}'`);
  if (segments.lastIndexOf('$') !== at)
    throw failed(`Too many positional (i.e. '$') elements found in path '${path}'`);
  const index = bindings.get(segments.slice(0, at).join('.'));
  if (index === undefined) {
    throw failed('The positional operator did not find the match needed from the query.');
  }
  segments[at] = String(index);
  return segments.join('.');
}
