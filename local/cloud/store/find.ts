import { plan, type Plan } from '../plan/plan';
import { sortDocs, type Order } from '../plan/sorting';
import type { Node } from '../query/ast';
import { matchesNode, type Bindings } from '../query/match';
import type { Collection } from './collection';
import type { Found, Selection, Trace } from './documents';
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

function planFor(collection: Collection, query: Node, order: Order): Plan {
  return plan(query, {
    collection: collection.name,
    indexes: collection.indexes,
    order,
    strict: collection.strict,
    estimate: (index, ranges) => collection.estimate(index, ranges),
  });
}

function* rowsOf(collection: Collection, { steps }: Plan): Generator<Row> {
  if (steps === 'everything') {
    yield* collection.everything();
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
