import { collectionOf, queryOf, type Action } from './request';

/** `count()`: the whole collection is counted without being read. */
export const calculateDocument: Action = {
  writes: false,
  run: (context) => {
    const collection = collectionOf(context);
    const query = queryOf(context);
    if (query.kind === 'and' && query.nodes.length === 0) return { data: { total: collection.count() } };
    return { data: { total: collection.find(query, context.trace).length } };
  },
};
