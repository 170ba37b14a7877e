import { checkSize } from './answer';
import { parseUpdate } from '../update/parse';
import { change } from './modify-document';
import { collectionOf, dataOf, queryOf, type Action } from './request';

/** `updateAndReturn`: changes the first match and answers it as it is afterwards. */
export const modifyAndReturnDoc: Action = {
  writes: true,
  run: (context) => {
    const collection = collectionOf(context);
    const updates = parseUpdate(dataOf(context));
    const [found] = collection.find(queryOf(context), context.trace, { limit: 1 });
    if (found === undefined) return { data: { updated: 0, doc: null } };
    const doc = change(collection, found, updates);
    checkSize(Buffer.byteLength(doc));
    return { data: { updated: 1, doc } };
  },
};
