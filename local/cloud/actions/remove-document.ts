import { collectionOf, queryOf, type Action } from './request';

export const removeDocument: Action = {
  writes: true,
  run: (context) => {
    const collection = collectionOf(context);
    const limit = context.body['multi'] === true ? Infinity : 1;
    const found = collection.find(queryOf(context), context.trace, { limit });
    for (const one of found) collection.remove(one);
    return { data: { deleted: found.length } };
  },
};
