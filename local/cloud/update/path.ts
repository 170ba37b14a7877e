import { failed } from '../errors';
import { fieldOf, isDoc, type Doc, type Value } from '../values/value';

/** The place that an update writes: a field of an object or an element of an array. */
export interface Place {
  value: Value | undefined;
  put: (value: Value) => void;
  remove: () => void;
}

/** Finds the place for writing; what is missing on the way comes into being with the first `put`. */
export function placeAt(doc: Doc, path: string): Place {
  return locate(doc, path.split('.'), 0, path);
}

function locate(parent: Doc | Value[], segments: string[], depth: number, path: string): Place {
  const segment = segments[depth] ?? '';
  const place = Array.isArray(parent) ? element(parent, segment, path) : field(parent, segment);
  if (depth === segments.length - 1) return place;
  const child = place.value;
  if (isDoc(child) || Array.isArray(child)) return locate(child, segments, depth + 1, path);
  const next = segments[depth + 1] ?? '';
  if (child !== undefined) {
    throw failed(`Cannot create field '${next}' in element {${segment}: ${JSON.stringify(child)}}`);
  }
  const created: Doc = {};
  const inner = locate(created, segments, depth + 1, path);
  return {
    value: undefined,
    put: (value) => {
      inner.put(value);
      place.put(created);
    },
    remove: () => undefined,
  };
}

function field(doc: Doc, name: string): Place {
  return {
    value: fieldOf(doc, name),
    put: (value) => {
      doc[name] = value;
    },
    remove: () => {
      delete doc[name];
    },
  };
}

/** Removing an element leaves null in its place, so that the others keep theirs. */
function element(array: Value[], segment: string, path: string): Place {
  if (!/^\d+$/.test(segment))
    throw failed(`Cannot create field '${segment}' in an array element of '${path}'`);
  const index = Number(segment);
  if (index > array.length + 1_500_000) throw failed(`the array index ${index} in '${path}' is too large`);
  return {
    value: array[index],
    put: (value) => {
      while (array.length < index) array.push(null);
      array[index] = value;
    },
    remove: () => {
      if (index < array.length) array[index] = null;
    },
  };
}

/** Looks a path up for `$unset` and `$rename`, which never complain about what is not there. */
export function existingPlace(doc: Doc, path: string): Place | undefined {
  const segments = path.split('.');
  let parent: Doc | Value[] = doc;
  for (const segment of segments.slice(0, -1)) {
    const child: Value | undefined = Array.isArray(parent)
      ? parent[Number(segment)]
      : fieldOf(parent, segment);
    if (!isDoc(child) && !Array.isArray(child)) return undefined;
    parent = child;
  }
  const last = segments.at(-1) ?? '';
  if (!Array.isArray(parent)) return field(parent, last);
  return /^\d+$/.test(last) ? element(parent, last, path) : undefined;
}
