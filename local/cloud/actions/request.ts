import { invalid } from '../errors';
import type { Catalog } from '../store/catalog';
import type { Documents, Trace } from '../store/documents';
import type { Transaction } from '../transactions/transaction';
import type { Transactions } from '../transactions/transactions';
import type { Order } from '../plan/sorting';
import { parseQuery } from '../query/parse';
import type { Node } from '../query/ast';
import { readEjson } from '../values/ejson-read';
import { isDoc, type Doc, type Value } from '../values/value';

/** One request as it came over the wire, with what an action needs to answer it. */
export interface ActionContext {
  body: Record<string, unknown>;
  catalog: Catalog;
  transactions: Transactions;
  /** The transaction that the request belongs to. */
  transaction: Transaction | undefined;
  now: number;
  trace: Trace;
}

/** A reply's fields as they go out, without the braces: what the engine has written is not read again. */
export class ReplyText {
  readonly pieces: Buffer[];

  constructor(...pieces: (string | Buffer)[]) {
    this.pieces = pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece));
  }
}

export type Reply = Record<string, unknown> | ReplyText;

export interface Action {
  writes: boolean;
  /** Answers the reply's fields beside `requestId`. */
  run: (context: ActionContext) => Reply;
}

export function collectionOf({ body, catalog, transaction }: ActionContext): Documents {
  const name = body['collectionName'];
  if (typeof name !== 'string' || name === '') throw invalid('collectionName is missing');
  const collection = catalog.get(name);
  return transaction ? transaction.documents(collection) : collection;
}

export function queryOf({ body, now }: ActionContext): Node {
  const query = body['query'];
  return parseQuery(query === undefined ? {} : ejsonOf('query', query, now));
}

export function dataOf({ body, now }: ActionContext): Doc {
  return docOf('data', body['data'], now);
}

export function docOf(name: string, text: unknown, now: number): Doc {
  const doc = ejsonOf(name, text, now);
  if (!isDoc(doc)) throw invalid(`${name} must be an object`);
  return doc;
}

export function ejsonOf(name: string, text: unknown, now: number): Value {
  if (typeof text !== 'string') throw invalid(`${name} must be a string of extended JSON`);
  return readEjson(text, now);
}

export function orderOf({ body, now }: ActionContext): Order {
  if (body['order'] === undefined) return [];
  return Object.entries(docOf('order', body['order'], now)).map(([path, direction]) => {
    if (direction !== 1 && direction !== -1) throw invalid(`the order of ${path} must be 1 or -1`);
    return [path, direction] as const;
  });
}

export function countOf(body: Record<string, unknown>, name: string, otherwise: number): number {
  const value = body[name] ?? otherwise;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) {
    throw invalid(`${name} must be a whole number`);
  }
  return value;
}

/** Field names that a stored document cannot have. */
export function checkNames(value: Value, path = ''): void {
  if (Array.isArray(value)) value.forEach((item) => checkNames(item, path));
  if (!isDoc(value)) return;
  for (const [name, item] of Object.entries(value)) {
    if (name.startsWith('$')) throw invalid(`the field name '${path}${name}' cannot begin with $`);
    if (name.includes('.')) throw invalid(`the field name '${path}${name}' cannot contain a dot`);
    checkNames(item, `${path}${name}.`);
  }
}
