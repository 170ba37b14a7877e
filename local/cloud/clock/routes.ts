import { invalid } from '../errors';
import type { Timers } from '../functions/timers';
import { readBody, readJsonObject, sendJson } from '../http/exchange';
import type { Handler } from '../http/server';
import type { Clock } from './clock';

/**
 * `GET` tells the time of the cloud. `POST { at | offset, frozen }` moves or stops it, and answers when the timers that
 * lie between the old time and the new one have run.
 */
export function clockRoute(clock: Clock, timers: Timers): Handler {
  return async (request, response) => {
    if (request.method !== 'POST') {
      sendJson(response, 200, clock.view());
      return;
    }
    change(clock, readJsonObject(await readBody(request)));
    await timers.caughtUp();
    sendJson(response, 200, clock.view());
  };
}

function change(clock: Clock, { offset, at, frozen }: Record<string, unknown>): void {
  if (frozen !== undefined && typeof frozen !== 'boolean') throw invalid('frozen must be true or false');
  if (offset !== undefined && at !== undefined)
    throw invalid('the clock is moved by offset or to at, not both');
  if (offset !== undefined) clock.moveBy(numberOf('offset', offset));
  if (at !== undefined) clock.moveTo(numberOf('at', at));
  if (frozen === true) clock.freeze();
  if (frozen === false) clock.run();
}

function numberOf(name: string, value: unknown): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw invalid(`${name} must be a number of milliseconds`);
}
