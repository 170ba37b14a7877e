import { invalid } from '../errors';
import { readBody, readJsonObject, sendJson } from '../http/exchange';
import type { Handler } from '../http/server';
import type { Timers } from './timers';

/** `POST /local/timer`: one timer now, whatever its time. */
export function timerRoute(timers: Timers): Handler {
  return async (request, response) => {
    const { function: name, trigger } = readJsonObject(await readBody(request));
    if (typeof name !== 'string' || typeof trigger !== 'string')
      throw invalid('function and trigger are missing');
    const outcome = await timers.fire(name, trigger);
    if (outcome.ok) sendJson(response, 200, { result: JSON.parse(outcome.body) as unknown });
    else sendJson(response, 200, { error: `${outcome.kind}: ${outcome.message}` });
  };
}
