import { randomBytes } from 'node:crypto';
import { invalid } from '../errors';
import type { Doc, Value } from '../values/value';
import { checkNames, collectionOf, docOf, type Action } from './request';

export const insertDocument: Action = {
  writes: true,
  run: (context) => {
    const collection = collectionOf(context);
    const texts = context.body['data'];
    if (!Array.isArray(texts) || texts.length === 0) throw invalid('data must be an array of documents');
    const insertedIds = texts.map((text: unknown) => {
      const doc = withId(docOf('data', text, context.now));
      checkNames(doc);
      collection.insert(doc);
      return doc['_id'];
    });
    return { data: { insertedIds } };
  },
};

export function withId(doc: Doc): Doc {
  const { _id: id = newId(), ...rest } = doc;
  checkId(id);
  return { _id: id, ...rest };
}

export function newId(): string {
  return randomBytes(16).toString('hex');
}

function checkId(id: Value): void {
  if (Array.isArray(id) || id instanceof RegExp)
    throw invalid("the '_id' value cannot be an array or a regex");
}
