import { failed } from '../errors';
import { fieldOf, isDoc, type Doc, type Value } from '../values/value';
import { EMPTY, encodePart, invert, type KeyPart } from '../values/key';
import type { IndexField } from '../plan/index-spec';

interface Slot {
  node: Value | undefined;
  rest: string[];
  at: string[];
  part?: KeyPart;
}

export interface Keys {
  keys: Buffer[];
  arrays: Set<string>;
}

/** A document's keys in one index: one for each element of the array that its fields lead through. */
export function keysOf(doc: Doc, fields: IndexField[]): Keys {
  const arrays = new Set<string>();
  const slots = fields.map(([path]) => ({ node: doc, rest: path.split('.'), at: [] }));
  const unique = new Map<string, Buffer>();
  for (const parts of expand(slots, arrays)) {
    const key = Buffer.concat(
      parts.map((part, i) => (fields[i]?.[1] === -1 ? invert(encodePart(part)) : encodePart(part))),
    );
    unique.set(key.toString('latin1'), key);
  }
  return { keys: [...unique.values()], arrays };
}

function expand(slots: Slot[], arrays: Set<string>): KeyPart[][] {
  const walked = slots.map(walk);
  const open = walked.filter((slot) => slot.part === undefined);
  const first = open[0];
  if (first === undefined) return [walked.map((slot) => slot.part ?? null)];
  if (open.some((slot) => slot.node !== first.node)) {
    throw failed(`cannot index parallel arrays [${open.map((slot) => slot.at.join('.')).join('] [')}]`);
  }
  arrays.add(first.at.join('.'));
  const array = Array.isArray(first.node) ? first.node : [];
  if (array.length === 0) {
    return expand(
      walked.map((slot) => (slot.part === undefined ? ended(slot, slot.rest.length ? null : EMPTY) : slot)),
      arrays,
    );
  }
  return array.flatMap((element) =>
    expand(
      walked.map((slot) => (slot.part === undefined ? enter(slot, element) : slot)),
      arrays,
    ),
  );
}

/** Goes down to the first array or to the end. */
function walk(slot: Slot): Slot {
  let { node, rest, at } = slot;
  if (slot.part !== undefined) return slot;
  while (!Array.isArray(node)) {
    const [segment, ...later] = rest;
    if (segment === undefined) return ended(slot, node ?? null);
    if (!isDoc(node)) return ended(slot, null);
    node = fieldOf(node, segment);
    rest = later;
    at = [...at, segment];
  }
  return { node, rest, at };
}

function enter(slot: Slot, element: Value): Slot {
  if (slot.rest.length === 0) return ended(slot, element);
  return isDoc(element) ? { node: element, rest: slot.rest, at: slot.at } : ended(slot, null);
}

function ended(slot: Slot, part: KeyPart): Slot {
  return { ...slot, part };
}
