import { failed, invalid } from '../errors';
import type { Node } from '../query/ast';
import { matchesNode, type Bindings } from '../query/match';
import type { Collection } from '../store/collection';
import type { Documents, Found, Known, Selection, Trace } from '../store/documents';
import type { Row } from '../store/index-table';
import { writeEjson } from '../values/ejson-write';
import type { Doc, Value } from '../values/value';

interface Sight {
  read(collection: Collection, id: Value): Doc | undefined;
  write(collection: Collection, id: Value, after: Doc | undefined): void;
}

/** A collection inside a transaction: single documents by their id, which is all that the SDKs reach there. */
export class SeenDocuments implements Documents {
  constructor(
    private readonly collection: Collection,
    private readonly sight: Sight,
  ) {}

  find(query: Node, trace: Trace, { offset = 0, limit = Infinity }: Selection = {}): Found[] {
    trace.index = '_id_';
    const doc = this.sight.read(this.collection, idIn(query));
    if (doc === undefined) return [];
    trace.examined++;
    const bindings: Bindings = new Map();
    if (offset > 0 || limit < 1 || !matchesNode(query, doc, bindings)) return [];
    trace.returned = 1;
    return [{ seq: 0, doc, text: writeEjson(doc), bindings }];
  }

  each(query: Node, trace: Trace, selection: Selection = {}): Found[] {
    return this.find(query, trace, selection);
  }

  page(): undefined {
    return undefined;
  }

  insert(doc: Doc): void {
    const id = doc['_id'] ?? null;
    if (this.sight.read(this.collection, id)) {
      throw failed(
        `E11000 duplicate key error collection: ${this.collection.name} index: _id_ on { _id }, document ${JSON.stringify(id)}`,
      );
    }
    this.sight.write(this.collection, id, doc);
  }

  replace({ doc, text: seen }: Row & Known, after: Doc): string {
    const text = writeEjson(after);
    if (text !== seen) this.sight.write(this.collection, doc['_id'] ?? null, after);
    return text;
  }

  remove({ doc }: Known): void {
    this.sight.write(this.collection, doc['_id'] ?? null, undefined);
  }

  count(): number {
    throw invalid('a transaction reaches single documents by their _id: count is not supported in it');
  }
}

function idIn(query: Node): Value {
  const nodes = query.kind === 'and' ? query.nodes : [query];
  for (const node of nodes) {
    if (node.kind !== 'field' || node.path !== '_id') continue;
    if (node.test.kind === 'value' && node.test.equal !== undefined) return node.test.equal;
  }
  throw invalid('a transaction reaches single documents by their _id: this query names none');
}
