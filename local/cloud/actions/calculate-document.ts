import { collectionOf, queryOf, type Action } from './request';

/** `count()`: the whole collection is counted without being read. */
export const calculateDocument: Action = {
  writes: false,
  run: (context) => {
    const collection = collectionOf(context);
    const query = queryOf(context);
    if (query.kind === 'and' && query.nodes.length === 0) return { data: { total: collection.count() } };
    return { data: { total: countOf(collection.each(query, context.trace)) } };
  },
};

/** How many there are, none of them kept. */
export function countOf(items: Iterable<unknown>): number {
  const iterator = items[Symbol.iterator]();
  let count = 0;
  while (iterator.next().done !== true) count++;
  return count;
}
