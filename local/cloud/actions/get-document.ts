import { parseProjection } from '../project/project';
import { Answer, checkSize } from './answer';
import { collectionOf, countOf, docOf, orderOf, queryOf, ReplyText, type Action } from './request';

const DEFAULT_LIMIT = 100;
const LARGEST_LIMIT = 1000;

export const getDocument: Action = {
  writes: false,
  run: (context) => {
    const { body, now, trace } = context;
    const limit = Math.min(countOf(body, 'limit', DEFAULT_LIMIT), LARGEST_LIMIT);
    const offset = countOf(body, 'offset', 0);
    const project =
      body['projection'] === undefined
        ? undefined
        : parseProjection(docOf('projection', body['projection'], now));
    const selection = { order: orderOf(context), offset, limit };
    const [collection, query] = [collectionOf(context), queryOf(context)];
    const page = project ? undefined : collection.page(query, trace, selection);
    if (page) {
      checkSize(page.bytes);
      return new ReplyText('"data":{"list":', page.list, `},"limit":${limit},"offset":${offset}`);
    }
    const answer = new Answer();
    for (const { doc, text } of collection.each(query, trace, selection)) {
      if (project) answer.add(project(doc));
      else answer.addText(text);
    }
    return { data: { list: answer.list }, limit, offset };
  },
};
