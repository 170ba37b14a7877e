import { invalid } from '../errors';
import { readBody, readJsonObject, sendJson } from '../http/exchange';
import type { Handler } from '../http/server';
import type { Commits } from '../store/commits';
import type { Consents } from './consents';
import type { Outbox } from './outbox';

/** `GET /local/outbox`: the messages of one person, or of all. */
export function outboxRoute(outbox: Outbox, commits: Commits): Handler {
  return async (_, response, url) => {
    const messages = await commits.read(() => outbox.of(url.searchParams.get('openid')));
    sendJson(response, 200, { messages });
  };
}

/** `POST /local/consents` is the person's yes to the question on the phone. */
export function consentsRoute(consents: Consents, commits: Commits): Handler {
  return async (request, response, url) => {
    if (request.method !== 'POST') {
      const openid = url.searchParams.get('openid') ?? '';
      sendJson(response, 200, { consents: await commits.read(() => consents.of(openid)) });
      return;
    }
    const { openid, templateId, count = 1 } = readJsonObject(await readBody(request));
    if (typeof openid !== 'string' || typeof templateId !== 'string')
      throw invalid('openid and templateId are missing');
    if (typeof count !== 'number' || !Number.isInteger(count) || count < 1)
      throw invalid('count must be at least 1');
    await commits.write(() => consents.add(openid, templateId, count));
    sendJson(response, 200, { consents: await commits.read(() => consents.of(openid)) });
  };
}
