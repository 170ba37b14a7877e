import { openidOf } from '../client/refusal';
import { invalid } from '../errors';
import { readBody, readJsonObject, sendJson } from '../http/exchange';
import type { Handler } from '../http/server';
import type { Parts } from '../parts';

/** A phone gives one with each tap; a hundred are more than anybody ever gave. */
const MOST_CONSENTS = 100;

/** `GET /local/outbox`: the messages of one person, or of all. */
export function outboxRoute({ outbox, commits, clock }: Parts): Handler {
  return async (_, response, url) => {
    const messages = await commits.read(() => outbox.of(url.searchParams.get('openid'), clock.now()));
    sendJson(response, 200, { messages });
  };
}

/** `GET /local/templates`: what a phone may ask consent for. */
export function templatesRoute({ console: { templates } }: Parts): Handler {
  return (_, response) =>
    void sendJson(
      response,
      200,
      templates.map(({ id, title }) => ({ id, title })),
    );
}

/** `POST /local/consents` is the person's yes to the question on the phone. */
export function consentsRoute({ consents, commits, console: { templates } }: Parts): Handler {
  return async (request, response, url) => {
    if (request.method !== 'POST') {
      const openid = url.searchParams.get('openid') ?? '';
      sendJson(response, 200, { consents: await commits.read(() => consents.of(openid)) });
      return;
    }
    const { openid: asker, templateId, count = 1 } = readJsonObject(await readBody(request));
    const openid = openidOf(asker);
    if (typeof templateId !== 'string') throw invalid('templateId is missing');
    if (!templates.some(({ id }) => id === templateId)) throw invalid(`there is no template ${templateId}`);
    if (typeof count !== 'number' || !Number.isInteger(count) || count < 1 || count > MOST_CONSENTS)
      throw invalid(`count must be from 1 to ${MOST_CONSENTS}`);
    await commits.write(() => consents.add(openid, templateId, count));
    sendJson(response, 200, { consents: await commits.read(() => consents.of(openid)) });
  };
}
