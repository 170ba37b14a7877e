import { failed } from '../../errors';
import { fieldOf, isDoc, type Doc, type Value } from '../../values/value';
import type { ParseStage } from '../stage';

/** One document for each element; a value that is no array counts as its only element. */
export const unwind: ParseStage = (operand) => {
  const spec: Doc = isDoc(operand) ? operand : { path: operand };
  const { path, includeArrayIndex: index, preserveNullAndEmptyArrays: keep, ...rest } = spec;
  const unknown = Object.keys(rest)[0];
  if (unknown !== undefined) throw failed(`unrecognized option to $unwind stage: ${unknown}`);
  if (typeof path !== 'string' || !path.startsWith('$') || path.startsWith('$$')) {
    throw failed(`path option to $unwind stage should be prefixed with a '$': ${JSON.stringify(path)}`);
  }
  if (index !== undefined && (typeof index !== 'string' || index.startsWith('$'))) {
    throw failed('includeArrayIndex must be the name of a field');
  }
  const segments = path.slice(1).split('.');
  const numbered = (doc: Doc, at: number | null): Doc =>
    index === undefined ? doc : { ...doc, [index]: at };
  return function* (docs) {
    for (const doc of docs) {
      const value = reach(doc, segments);
      if (Array.isArray(value) && value.length > 0) {
        for (const [at, element] of value.entries()) yield numbered(replace(doc, segments, element), at);
      } else if (value !== undefined && value !== null && !Array.isArray(value)) yield numbered(doc, null);
      else if (keep === true)
        yield numbered(Array.isArray(value) ? replace(doc, segments, undefined) : doc, null);
    }
  };
};

function reach(doc: Doc, segments: string[]): Value | undefined {
  let node: Value | undefined = doc;
  for (const segment of segments) node = isDoc(node) ? fieldOf(node, segment) : undefined;
  return node;
}

function replace(doc: Doc, [name = '', ...rest]: string[], value: Value | undefined): Doc {
  const inner = fieldOf(doc, name);
  const next = rest.length > 0 && isDoc(inner) ? replace(inner, rest, value) : value;
  if (next !== undefined) return { ...doc, [name]: next };
  const others = { ...doc };
  delete others[name];
  return others;
}
