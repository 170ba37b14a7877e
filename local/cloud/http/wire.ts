import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { runAction } from '../actions/run';
import { ReplyText, type Reply } from '../actions/request';
import { ACTIONS } from '../actions/table';
import { CloudError, invalid } from '../errors';
import { LostAnswer, underFaults } from '../faults/wire';
import type { InvocationRecord } from '../functions/runner';
import { invokeFunction } from '../functions/invoke-action';
import { openApi } from '../open-api/dispatch';
import { readMultipart } from '../open-api/multipart';
import type { Parts } from '../parts';
import { STORAGE_ACTIONS } from '../storage/actions';
import type { Trace } from '../store/documents';
import { readBody, readJsonObject, sendJson, sendText } from './exchange';
import type { Handler } from './server';
import { NAME_LENGTH, shortened } from './shortened';

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
    const reply = await answer(request).catch((error: unknown): Reply | LostAnswer => {
      if (error instanceof LostAnswer) return error;
      const { code, message } = wireError(error);
      account.error = code;
      return { code, message };
    });
    if (reply instanceof LostAnswer) {
      account.error = 'LOST';
      response.destroy();
    }
    const bytesOut = reply instanceof LostAnswer ? 0 : finish(response, reply, requestId);
    const { id, function: name } = invocation ?? { id: null, function: null };
    const ms = performance.now() - began;
    parts.requests.add({ invocation: id, function: name, ...account, ...trace, bytesOut, ms });

    async function answer(from: IncomingMessage): Promise<Reply | Buffer> {
      const raw = await readBody(from);
      account.bytesIn = raw.length;
      if (invocation) invocation.trips++;
      if (from.headers['content-type']?.startsWith('multipart/form-data')) {
        const contentType = from.headers['content-type'];
        const api = `wx.openApi:${readMultipart(raw, contentType).get('apiName')?.toString() ?? ''}`;
        return underFaults(parts.faults, api, () => openApi(parts, raw, contentType, invocation, account));
      }
      const body = readJsonObject(raw);
      account.action = shortened(String(body['action']), NAME_LENGTH);
      account.collection =
        typeof body['collectionName'] === 'string' ? shortened(body['collectionName'], NAME_LENGTH) : null;
      checkEnv(body['envName'] ?? url.searchParams.get('env'), parts.envId);
      const run = (action: string) => dispatch(parts, action, body, trace, invocation);
      const undo = () => run('database.abortTransaction').catch(() => undefined);
      return underFaults(parts.faults, account.action, () => run(account.action), undo);
    }
  };
}

function checkEnv(env: unknown, own: string): void {
  if (env === own) return;
  throw new CloudError(
    'INVALID_ENV',
    `this cloud serves the environment ${own}, not ${shortened(String(env), NAME_LENGTH)}`,
  );
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
  return runAction(parts, action, body, trace);
}

const END = Buffer.from('}');

function finish(response: ServerResponse, reply: Reply | Buffer, requestId: string): number {
  if (reply instanceof ReplyText) {
    const begin = Buffer.from(`{"requestId":"${requestId}",`);
    return sendText(response, 200, Buffer.concat([begin, ...reply.pieces, END]));
  }
  if (!Buffer.isBuffer(reply)) return sendJson(response, 200, { requestId, ...reply });
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': reply.length });
  response.end(reply);
  return reply.length;
}

function wireError(error: unknown): { code: string; message: string } {
  if (error instanceof CloudError) return { code: error.code, message: shortened(error.message) };
  return { code: 'SYS_ERR', message: error instanceof Error ? error.message : String(error) };
}
