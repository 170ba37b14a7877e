import { invalid } from '../errors';
import { readBody, readJsonObject, sendJson, sendText } from '../http/exchange';
import type { Handler } from '../http/server';
import type { Timers } from './timers';

/** `GET /local/timer` lists the timers; `POST` fires one now, whatever its time, `twice: true` as the platform may. */
export function timerRoute(timers: Timers): Handler {
  return async (request, response) => {
    if (request.method === 'GET') {
      sendJson(response, 200, { timers: timers.list() });
      return;
    }
    const { function: name, trigger, twice } = readJsonObject(await readBody(request));
    if (typeof name !== 'string' || typeof trigger !== 'string')
      throw invalid('function and trigger are missing');
    if (twice === true) await timers.fire(name, trigger);
    const outcome = await timers.fire(name, trigger);
    if (outcome.ok) sendText(response, 200, `{"result":${outcome.body}}`);
    else sendJson(response, 200, { error: `${outcome.kind}: ${outcome.message}` });
  };
}
