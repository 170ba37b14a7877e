import { failed } from '../errors';
import { fieldOf, isDoc, type Doc, type Value } from '../values/value';
import { EMPTY, invertedText, keyText, type KeyPart } from '../values/key';
import type { IndexField } from '../plan/index-spec';

/** One field of an index on its way through a document; with its part of the key when it has arrived. */
interface Slot {
  node: Value | undefined;
  rest: string[];
  at: string[];
  down: boolean;
  part?: string;
}

export interface Keys {
  /** As `keyText` writes them. */
  keys: Set<string>;
  arrays: Set<string>;
}

/** A document's keys in one index: one for each element of the array that its fields lead through. */
export function keysOf(doc: Doc, fields: IndexField[]): Keys {
  const found: Keys = { keys: new Set(), arrays: new Set() };
  const slots = fields.map(([path, way]) => ({ node: doc, rest: path.split('.'), at: [], down: way === -1 }));
  expand(slots, found);
  return found;
}

function expand(slots: Slot[], found: Keys): void {
  const walked = slots.map(walk);
  const open = walked.filter((slot) => slot.part === undefined);
  const first = open[0];
  if (first === undefined) {
    found.keys.add(walked.map(({ part }) => part).join(''));
    return;
  }
  if (open.some((slot) => slot.node !== first.node)) {
    throw failed(`cannot index parallel arrays [${open.map((slot) => slot.at.join('.')).join('] [')}]`);
  }
  found.arrays.add(first.at.join('.'));
  const array = Array.isArray(first.node) ? first.node : [];
  if (array.length === 0) {
    found.keys.add(walked.map((slot) => slot.part ?? partOf(slot, slot.rest.length ? null : EMPTY)).join(''));
    return;
  }
  for (const element of array) {
    const key = straightKey(walked, element);
    if (key !== undefined) found.keys.add(key);
    else
      expand(
        walked.map((slot) => (slot.part === undefined ? enter(slot, element) : slot)),
        found,
      );
  }
}

/** The key of an element in which no further array lies on the way, as nearly always. */
function straightKey(slots: Slot[], element: Value): string | undefined {
  let key = '';
  for (const slot of slots) {
    if (slot.part !== undefined) {
      key += slot.part;
      continue;
    }
    let node: Value | undefined = element;
    for (const segment of slot.rest) {
      node = isDoc(node) ? fieldOf(node, segment) : undefined;
      if (Array.isArray(node)) return undefined;
    }
    key += partOf(slot, node ?? null);
  }
  return key;
}

/** Goes down to the first array or to the end. */
function walk(slot: Slot): Slot {
  if (slot.part !== undefined) return slot;
  let { node, rest, at } = slot;
  while (!Array.isArray(node)) {
    const [segment, ...later] = rest;
    if (segment === undefined) return ended(slot, node ?? null);
    if (!isDoc(node)) return ended(slot, null);
    node = fieldOf(node, segment);
    rest = later;
    at = [...at, segment];
  }
  return { ...slot, node, rest, at };
}

function enter(slot: Slot, element: Value): Slot {
  if (slot.rest.length === 0) return ended(slot, element);
  return isDoc(element) ? { ...slot, node: element } : ended(slot, null);
}

function ended(slot: Slot, part: KeyPart): Slot {
  return { ...slot, part: partOf(slot, part) };
}

function partOf({ down }: Slot, part: KeyPart): string {
  return down ? invertedText(keyText(part)) : keyText(part);
}
