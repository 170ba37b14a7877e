import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sendJson } from '../http/exchange';
import type { Handler } from '../http/server';

/** Who can be chosen on the phone: written by whoever filled the data folder. */
export function peopleRoute(dataDir: string): Handler {
  return (_, response) => {
    let text: string;
    try {
      text = readFileSync(join(dataDir, 'people.json'), 'utf8');
    } catch {
      sendJson(response, 404, { code: 'NOT_FOUND', message: 'the data folder holds no people.json' });
      return;
    }
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
    response.end(text);
  };
}
