import { failed, invalid } from '../errors';
import type { Documents, Found } from '../store/documents';
import { applyUpdate } from '../update/apply';
import { parseUpdate, type Update } from '../update/parse';
import type { Value } from '../values/value';
import { withId } from './insert-document';
import { checkNames, collectionOf, dataOf, queryOf, type Action, type ActionContext } from './request';

/** `update` (merge) changes what matches; `set` replaces one document by its id or creates it. */
export const modifyDocument: Action = {
  writes: true,
  run: (context) => (context.body['merge'] === false ? replaceOne(context) : update(context)),
};

function update(context: ActionContext): Record<string, unknown> {
  const { body, trace } = context;
  if (body['upsert'] === true) throw invalid('upsert together with merge is not supported');
  const collection = collectionOf(context);
  const updates = parseUpdate(dataOf(context));
  const limit = body['multi'] === true ? Infinity : 1;
  const found = collection.find(queryOf(context), trace, { limit });
  for (const one of found) change(collection, one, updates);
  return { data: { updated: found.length, upsert_id: null } };
}

/** Answers the text of the document as it is afterwards. */
export function change(collection: Documents, found: Found, updates: Update[]): string {
  const after = applyUpdate(found.doc, updates, found.bindings);
  checkNames(after);
  return collection.replace(found, after);
}

function replaceOne(context: ActionContext): Record<string, unknown> {
  const collection = collectionOf(context);
  const data = dataOf(context);
  checkNames(data);
  const [found] = collection.find(queryOf(context), context.trace, { limit: 1 });
  if (found) {
    collection.replace(found, { _id: found.doc['_id'] ?? null, ...data });
    return { data: { updated: 1, upsert_id: null } };
  }
  if (context.body['upsert'] !== true) return { data: { updated: 0, upsert_id: null } };
  const doc = withId({ ...idOfQuery(context), ...data });
  collection.insert(doc);
  return { data: { updated: 0, upsert_id: doc['_id'] } };
}

/** A `set` asks for `{ _id }` and nothing else; the created document takes that id. */
function idOfQuery(context: ActionContext): { _id: Value } {
  const query = queryOf(context);
  const { _id: id } = dataOf({ ...context, body: { data: context.body['query'] } });
  if (query.kind !== 'field' || query.path !== '_id' || id === undefined) {
    throw failed('a document can be created by set only through its id');
  }
  return { _id: id };
}
