import { ReplyText, type Reply } from '../actions/request';
import { CloudError, failed, invalid } from '../errors';
import { dispatch } from '../http/wire';
import type { Handler } from '../http/server';
import type { Parts } from '../parts';
import { clientRoute } from './refusal';
import { openidFilled, ruleAllows } from './rules';
import { isRecord } from '../values/is-record';

const MOST_ORDERS = 5;
const LARGEST_LIMIT = 200;
const MOST_DOCS = 5000;
const PAGE = 1000;

type Fields = Record<string, unknown>;

/**
 * `POST /client/watch { openid, collection, query: { where, orderBy, limit } }`: what a listening phone sees now. `orderBy` is a
 * list of `[field, 'asc' | 'desc']`, the documents are extended JSON.
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/reference-sdk-api/database/collection/Collection.watch
 */
export function watchRoute(parts: Parts): Handler {
  return clientRoute(async ({ openid, collection, query }) => {
    if (typeof collection !== 'string') throw invalid('collection is missing');
    parts.catalog.get(collection);
    const { where = {}, orderBy = [], limit } = isRecord(query) ? query : {};
    if (!isRecord(where)) throw invalid('where must be an object');
    const asked = openidFilled(where, openid);
    if (!ruleAllows(parts.clientRules.get(collection), asked, openid)) {
      throw new CloudError(
        'DATABASE_PERMISSION_DENIED',
        `the rules of ${collection} do not allow this query`,
      );
    }
    const body = { collectionName: collection, query: JSON.stringify(asked), order: orderText(orderBy) };
    return { docs: await read(parts, body, limitOf(limit)) };
  });
}

async function read(parts: Parts, body: Fields, limit: number | undefined): Promise<unknown[]> {
  const docs: unknown[] = [];
  for (let offset = 0; ; offset += PAGE) {
    const page = { ...body, offset, limit: limit ?? PAGE };
    const trace = { index: '', examined: 0, returned: 0 };
    const reply = await dispatch(parts, 'database.getDocument', page, trace, undefined);
    const { list } = listOf(reply);
    docs.push(...list.map((text) => JSON.parse(text) as unknown));
    if (docs.length > MOST_DOCS) throw failed(`a listener has at most ${MOST_DOCS} documents`);
    if (limit !== undefined || list.length < PAGE) return docs;
  }
}

function listOf(reply: Reply | Buffer): { list: string[] } {
  if (!(reply instanceof ReplyText)) throw failed('a read answers a list');
  return (JSON.parse(`{${Buffer.concat(reply.pieces).toString()}}`) as { data: { list: string[] } }).data;
}

function orderText(orderBy: unknown): string {
  if (!Array.isArray(orderBy) || orderBy.length > MOST_ORDERS)
    throw invalid(`orderBy has at most ${MOST_ORDERS} fields`);
  const order = orderBy.map((one: unknown) => {
    const [fieldPath, direction] = Array.isArray(one) ? (one as unknown[]) : [];
    if (typeof fieldPath !== 'string' || (direction !== 'asc' && direction !== 'desc')) {
      throw invalid('each of orderBy must be a field with asc or desc');
    }
    return [fieldPath, direction === 'asc' ? 1 : -1];
  });
  return JSON.stringify(Object.fromEntries(order));
}

function limitOf(limit: unknown): number | undefined {
  if (limit === undefined || limit === null) return undefined;
  if (typeof limit === 'number' && Number.isInteger(limit) && limit >= 1 && limit <= LARGEST_LIMIT)
    return limit;
  throw invalid(`limit must be from 1 to ${LARGEST_LIMIT}`);
}
