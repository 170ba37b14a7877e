import type { Order } from '../plan/sorting';
import type { Node } from '../query/ast';
import type { Bindings } from '../query/match';
import type { Doc } from '../values/value';
import type { Row } from './index-table';

/** A stored document: its row with what the text says. */
export interface Known {
  seq: number;
  doc: Doc;
}

export interface Found extends Row, Known {
  bindings: Bindings;
}

/** What a request cost, for the list of requests. */
export interface Trace {
  index: string;
  examined: number;
  returned: number;
}

export interface Selection {
  order?: Order;
  offset?: number;
  limit?: number;
}

/** A page of documents, as JSON's array of their texts in UTF-8. */
export interface Page {
  list: Buffer;
  bytes: number;
}

/** A collection as an action sees it: as it is now, or as a transaction sees it. */
export interface Documents {
  find(query: Node, trace: Trace, selection?: Selection): Found[];
  /** The same one by one, for what may be many. */
  each(query: Node, trace: Trace, selection?: Selection): Iterable<Found>;
  /** The texts of a page as one JSON array, when an index alone can tell them; else `undefined`. */
  page(query: Node, trace: Trace, selection: Required<Selection>): Page | undefined;
  insert(doc: Doc): void;
  /** Answers the text of what is stored then; a document that is the same is left as it lies. */
  replace(known: Row & Known, after: Doc): string;
  remove(known: Known): void;
  count(): number;
}
