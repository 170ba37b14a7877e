import { find } from '../store/find';
import { collectionOf, queryOf, type Action } from './request';

export const removeDocument: Action = {
  writes: true,
  run: (context) => {
    const collection = collectionOf(context);
    const limit = context.body['multi'] === true ? Infinity : 1;
    const found = find(collection, queryOf(context), context.trace, { limit });
    for (const { seq, doc } of found) collection.remove(seq, doc);
    return { data: { deleted: found.length } };
  },
};
