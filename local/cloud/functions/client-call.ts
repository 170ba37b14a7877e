import { CloudError, invalid } from '../errors';
import { LostAnswer } from '../faults/wire';
import { readBody, readJsonObject, sendJson, sendText } from '../http/exchange';
import type { Handler } from '../http/server';
import { shortened } from '../http/shortened';
import { openedFields } from '../client/cloud-ids';
import { openidOf } from '../client/refusal';
import type { Parts } from '../parts';
import { APPID } from './environment';
import { FAILURES, REFUSALS } from './failures';

/** `POST /client/callFunction`: what `wx.cloud.callFunction` of a phone becomes. */
export function clientCall(parts: Parts): Handler {
  const { runner, visits, clock } = parts;
  return async (request, response) => {
    const { openid: asker, name, data, cloudIDs } = readJsonObject(await readBody(request));
    const openid = openidOf(asker);
    if (typeof name !== 'string') throw invalid('name is missing');
    visits.note(openid, clock.now());
    const sent = asObject(data);
    try {
      const opened = openedFields(parts, openid, sent, cloudIDs);
      const event = { ...sent, ...opened, userInfo: { appId: APPID, openId: openid } };
      const { id, outcome, lost } = await runner.call(name, event, { openid, source: 'wx_client' });
      if (lost) throw new LostAnswer();
      response.setHeader('x-invocation-id', id);
      // As the function wrote it: read and written again it could be too deep.
      if (outcome.ok) sendText(response, 200, `{"requestID":"${id}","result":${outcome.body}}`);
      else sendJson(response, 200, { requestID: id, ...failure(FAILURES[outcome.kind], outcome.message) });
    } catch (error) {
      const refusal = error instanceof CloudError ? REFUSALS[error.code] : undefined;
      if (!(error instanceof CloudError) || refusal === undefined) throw error;
      sendJson(response, 200, { requestID: '', ...failure(refusal, shortened(error.message)) });
    }
  };
}

function failure({ errCode, words }: { errCode: number; words: string }, message: string): object {
  return { errCode, errMsg: `cloud.callFunction:fail ${errCode} ${words} | errMsg: ${message}` };
}

function asObject(data: unknown): object {
  if (data === undefined || data === null) return {};
  if (typeof data === 'object' && !Array.isArray(data)) return data;
  throw invalid('data must be an object');
}
