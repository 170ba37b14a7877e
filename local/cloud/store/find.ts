import { plan, type Plan } from '../plan/plan';
import { sortDocs, type Order } from '../plan/sorting';
import type { Node } from '../query/ast';
import { matchesNode, type Bindings } from '../query/match';
import type { Collection } from './collection';
import type { Found, Page, Selection, Trace } from './documents';
import type { Row } from './index-table';
import { readDoc } from './read-doc';

export function find(collection: Collection, query: Node, trace: Trace, selection: Selection = {}): Found[] {
  const { order = [], offset = 0, limit = Infinity } = selection;
  const chosen = planFor(collection, query, order);
  trace.index = chosen.name;
  const enough = chosen.sorted ? offset + limit : Infinity;
  const found: Found[] = [];
  for (const row of rowsOf(collection, chosen)) {
    if (found.length >= enough) break;
    trace.examined++;
    const doc = readDoc(row.text);
    const bindings: Bindings = new Map();
    if (matchesNode(query, doc, bindings)) found.push({ ...row, doc, bindings });
  }
  const sorted = chosen.sorted ? found : sortDocs(found, order);
  const page = sorted.slice(offset, offset + limit);
  trace.returned = page.length;
  return page;
}

/** A page that needs no document read: the index holds exactly what is asked for, in the order asked for. */
export function findPage(
  collection: Collection,
  query: Node,
  trace: Trace,
  { order, offset, limit }: Required<Selection>,
): Page | undefined {
  const { steps, sorted, exact, name } = planFor(collection, query, order);
  const [step, ...others] = steps === 'everything' ? [] : steps;
  const [range, ...more] = step?.ranges ?? [];
  if (!exact || !sorted || step === undefined || range === undefined) return undefined;
  if (others.length > 0 || more.length > 0) return undefined;
  const { list, bytes, count } = collection.textsIn(step.index, range, step.reverse, offset, limit);
  trace.index = name;
  trace.examined = offset + count;
  trace.returned = count;
  return { list, bytes };
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
