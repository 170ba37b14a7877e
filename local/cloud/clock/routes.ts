import { invalid } from '../errors';
import { readBody, readJsonObject, sendJson } from '../http/exchange';
import type { Handler } from '../http/server';
import type { Clock } from './clock';

/** `GET` tells the time of the cloud, `POST` moves or stops it. */
export function clockRoute(clock: Clock): Handler {
  return async (request, response) => {
    if (request.method === 'POST') change(clock, readJsonObject(await readBody(request)));
    sendJson(response, 200, clock.view());
  };
}

function change(clock: Clock, { offset, at, frozen }: Record<string, unknown>): void {
  if (offset !== undefined) clock.moveBy(numberOf('offset', offset));
  if (at !== undefined) clock.moveTo(numberOf('at', at));
  if (frozen === true) clock.freeze();
  if (frozen === false) clock.run();
}

function numberOf(name: string, value: unknown): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw invalid(`${name} must be a number of milliseconds`);
}
