import { parseProjection } from '../project/project';
import { writeEjson } from '../values/ejson-write';
import { collectionOf, countOf, docOf, orderOf, queryOf, type Action } from './request';

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
    const found = collectionOf(context).find(queryOf(context), trace, {
      order: orderOf(context),
      offset,
      limit,
    });
    const list = found.map(({ doc, text }) => (project ? writeEjson(project(doc)) : text));
    return { data: { list }, limit, offset };
  },
};
