import { isOnline, travel } from '../network';
import { settings } from '../settings';
import { WxError, wxCall } from './call';

type CallOptions = { name: string; data?: unknown; config?: { env?: string }; slow?: boolean };
type Answer = { requestID: string; result?: unknown; errCode?: number; errMsg?: string };

/** What the platform answers when the request never reached it. */
const REQUEST_FAILED = -1;

async function callFunction({ name, data }: CallOptions) {
  if (!name)
    throw new WxError('cloud.callFunction:fail parameter error: parameter.name should be String', -501001);
  if (!isOnline())
    throw new WxError('cloud.callFunction:fail request:fail network is disconnected', REQUEST_FAILED);
  const body = JSON.stringify({ openid: settings.openid, name, data: data ?? {} });
  await travel(body.length);
  const response = await fetch('/client/callFunction', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  }).catch((error: unknown) => {
    throw new WxError(`cloud.callFunction:fail request:fail ${String(error)}`, REQUEST_FAILED);
  });
  const text = await response.text();
  await travel(text.length);
  const answer = parse(text);
  if (!isOnline())
    throw new WxError('cloud.callFunction:fail request:fail network is disconnected', REQUEST_FAILED);
  if (!answer)
    throw new WxError(
      `cloud.callFunction:fail the local cloud answered ${response.status} ${text.slice(0, 200)}`,
      REQUEST_FAILED,
    );
  if (answer.errCode !== undefined && answer.errCode !== 0) {
    throw new WxError(
      `cloud.callFunction:fail Error: errCode: ${answer.errCode} | errMsg: ${answer.errMsg ?? ''}`,
      answer.errCode,
    );
  }
  return { result: answer.result, requestID: answer.requestID };
}

function parse(text: string): Answer | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'requestID' in value ? (value as Answer) : null;
  } catch {
    return null;
  }
}

export const cloud = {
  init: (_options?: { env?: string; traceUser?: boolean }) => undefined,
  callFunction: wxCall('cloud.callFunction', callFunction),
};
