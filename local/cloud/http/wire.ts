import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ACTIONS } from '../actions/table';
import { CloudError, invalid } from '../errors';
import type { InvocationRecord } from '../functions/runner';
import { invokeFunction } from '../functions/invoke-action';
import { openApi } from '../open-api/dispatch';
import type { Parts } from '../parts';
import { STORAGE_ACTIONS } from '../storage/actions';
import type { Trace } from '../store/find';
import { readBody, readJsonObject, sendJson } from './exchange';
import type { Handler } from './server';

/** One wire request as `/local/requests` shows it. */
export interface RequestRecord extends Trace {
  seq: number;
  invocation: string | null;
  function: string | null;
  action: string;
  collection: string | null;
  bytesIn: number;
  bytesOut: number;
  ms: number;
  error: string | null;
}

type Reply = Record<string, unknown>;

/** `POST /admin`: always HTTP 200, errors in the body. */
export function wireHandler(parts: Parts): Handler {
  return async (request, response, url) => {
    const began = performance.now();
    const invocation = parts.runner.find(url.searchParams.get('seqId') ?? undefined);
    const trace: Trace = { index: '', examined: 0, returned: 0 };
    const account = {
      action: '',
      collection: null as string | null,
      bytesIn: 0,
      error: null as string | null,
    };
    const requestId = randomUUID();
    const reply = await answer(request).catch((error: unknown): Reply => {
      const { code, message } = wireError(error);
      account.error = code;
      return { code, message };
    });
    const bytesOut = finish(response, reply, requestId);
    const { id, function: name } = invocation ?? { id: null, function: null };
    const ms = performance.now() - began;
    parts.requests.add({ invocation: id, function: name, ...account, ...trace, bytesOut, ms });

    async function answer(from: IncomingMessage): Promise<Reply | Buffer> {
      const raw = await readBody(from);
      account.bytesIn = raw.length;
      if (invocation) invocation.trips++;
      if (from.headers['content-type']?.startsWith('multipart/form-data')) {
        return openApi(parts, raw, from.headers['content-type'], invocation, account);
      }
      const body = readJsonObject(raw);
      account.action = String(body['action']);
      account.collection = typeof body['collectionName'] === 'string' ? body['collectionName'] : null;
      checkEnv(body['envName'] ?? url.searchParams.get('env'), parts.envId);
      return dispatch(parts, account.action, body, trace, invocation);
    }
  };
}

function checkEnv(env: unknown, own: string): void {
  if (env === own) return;
  throw new CloudError('INVALID_ENV', `this cloud serves the environment ${own}, not ${String(env)}`);
}

/** One action of the SDKs on JSON; the phones' reads of the database go this way too. */
export async function dispatch(
  parts: Parts,
  name: string,
  body: Record<string, unknown>,
  trace: Trace,
  invocation: InvocationRecord | undefined,
): Promise<Reply> {
  if (name === 'functions.invokeFunction') return invokeFunction(parts.runner, body, invocation);
  const storageAction = STORAGE_ACTIONS.get(name);
  if (storageAction) return { data: await storageAction(parts, body) };
  const action = ACTIONS.get(name);
  if (action === undefined) throw invalid(`the action ${name} is not supported`);
  if (body['transactionId'] !== undefined) throw invalid('transactions are not supported');
  const { catalog, commits, clock } = parts;
  const work = (): Reply => action.run({ body, catalog, now: clock.now(), trace });
  return action.writes ? commits.write(work) : commits.read(work);
}

function finish(response: ServerResponse, reply: Reply | Buffer, requestId: string): number {
  if (!Buffer.isBuffer(reply)) return sendJson(response, 200, { requestId, ...reply });
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': reply.length });
  response.end(reply);
  return reply.length;
}

function wireError(error: unknown): { code: string; message: string } {
  if (error instanceof CloudError) return { code: error.code, message: error.message };
  return { code: 'SYS_ERR', message: error instanceof Error ? error.message : String(error) };
}
