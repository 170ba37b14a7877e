import { readFileSync } from 'node:fs';
import { CloudError, invalid } from '../errors';
import { parseBody, readBody, sendJson } from '../http/exchange';
import type { Handler } from '../http/server';
import { readFaults, type Fault } from './fault';
import type { Faults } from './faults';

/** `GET` lists the faults in force, `POST` adds one or a list, `DELETE ?id=` takes one away, without an id all. */
export function faultsRoute(faults: Faults): Handler {
  return async (request, response, url) => {
    const { method } = request;
    if (method === 'POST') {
      for (const fault of readFaults(parseBody(await readBody(request)))) faults.add(fault);
    } else if (method === 'DELETE') {
      const id = url.searchParams.get('id');
      if (id === null) faults.clear();
      else faults.remove(Number(id));
    } else if (method !== 'GET') {
      throw invalid(`faults take GET, POST and DELETE, not ${method}`);
    }
    sendJson(response, 200, { faults: faults.list() });
  };
}

/** `--faults FILE`: the same JSON that `POST /local/faults` takes. */
export function readFaultsFile(file: string): Fault[] {
  try {
    return readFaults(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new CloudError('BAD_FAULTS', `${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
