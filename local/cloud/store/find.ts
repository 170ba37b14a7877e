import { failed } from '../errors';
import { plan, type Plan } from '../plan/plan';
import { sortDocs, type Order } from '../plan/sorting';
import type { Node } from '../query/ast';
import { matchesNode, type Bindings } from '../query/match';
import type { Collection } from './collection';
import type { Found, Page, Selection, Trace } from './documents';
import type { Row } from './index-table';
import { readDoc } from './read-doc';

/** So much text may be held to be sorted, as in MongoDB. */
const MOST_SORTED = 100 * 1024 * 1024;
/** A document longer than this is never part of a text made by the engine: a page of them would be too long for any string. */
const LONGEST_IN_PAGE = 64 * 1024;

/** One by one as they are found, so that whoever reads may stop and nobody holds them all. */
export function* each(
  collection: Collection,
  query: Node,
  trace: Trace,
  { order = [], offset = 0, limit = Infinity }: Selection,
): Generator<Found> {
  const chosen = planFor(collection, query, order);
  trace.index = chosen.name;
  const matching = matchingOf(collection, query, chosen, trace);
  let passed = 0;
  if (limit < 1) return;
  for (const found of chosen.sorted ? matching : sorted(matching, order)) {
    if (passed++ < offset) continue;
    trace.returned++;
    yield found;
    if (passed >= offset + limit) return;
  }
}

function* matchingOf(collection: Collection, query: Node, chosen: Plan, trace: Trace): Generator<Found> {
  for (const row of rowsOf(collection, chosen)) {
    trace.examined++;
    const doc = readDoc(row.text);
    const bindings: Bindings = new Map();
    if (matchesNode(query, doc, bindings)) yield { ...row, doc, bindings };
  }
}

function sorted(matching: Iterable<Found>, order: Order): Found[] {
  const held: Found[] = [];
  let length = 0;
  for (const found of matching) {
    length += found.text.length;
    if (length > MOST_SORTED) {
      throw failed('Sort exceeded memory limit of 104857600 bytes: declare an index that has this order');
    }
    held.push(found);
  }
  return sortDocs(held, order);
}

/** A page that needs no document read: the index holds exactly what is asked for, in the order asked for. */
export function findPage(
  collection: Collection,
  query: Node,
  trace: Trace,
  { order, offset, limit }: Required<Selection>,
): Page | undefined {
  const { steps, sorted: inOrder, exact, name } = planFor(collection, query, order);
  const [step, ...others] = steps === 'everything' ? [] : steps;
  const [range, ...more] = step?.ranges ?? [];
  if (!exact || !inOrder || step === undefined || range === undefined) return undefined;
  if (others.length > 0 || more.length > 0) return undefined;
  const within = { offset, limit, longest: LONGEST_IN_PAGE };
  const page = collection.textsIn(step.index, range, step.reverse, within);
  if (page === undefined) return undefined;
  trace.index = name;
  trace.examined = offset + page.count;
  trace.returned = page.count;
  return page;
}

function planFor(collection: Collection, query: Node, order: Order): Plan {
  return plan(query, {
    collection: collection.name,
    indexes: collection.indexes,
    order,
    strict: collection.strict,
    estimate: (index, ranges) => collection.estimate(index, ranges),
  });
}

function* rowsOf(collection: Collection, { steps, single }: Plan): Generator<Row> {
  if (steps === 'everything') {
    yield* collection.everything();
    return;
  }
  const [step, ...others] = steps;
  const [range, ...more] = step?.ranges ?? [];
  if (single && step && range && others.length + more.length === 0) {
    const row = collection.only(step.index, range);
    if (row) yield row;
    return;
  }
  const seen = new Set<number>();
  for (const { index, ranges, reverse } of steps) {
    for (const row of collection.scan(index, ranges, reverse)) {
      if (seen.has(row.seq)) continue;
      seen.add(row.seq);
      yield row;
    }
  }
}
