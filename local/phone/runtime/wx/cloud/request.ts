import { isOnline, travel } from '../../network';
import { settings } from '../../settings';
import { WxError } from '../call';

type Answer = { errCode?: number; errMsg?: string };

/** What the platform answers when the request never reached it. */
export const REQUEST_FAILED = -1;

export const offline = (api: string): WxError =>
  new WxError(`cloud.${api}:fail request:fail network is disconnected`, REQUEST_FAILED);

/** Asks the cloud as the person who holds the phone; a refusal throws WeChat's number and words. */
export async function request<T>(api: string, path: string, body: object): Promise<T> {
  if (!isOnline()) throw offline(api);
  const sent = JSON.stringify({ openid: settings.openid, ...body });
  await travel(sent.length);
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: sent,
  }).catch((error: unknown) => {
    throw new WxError(`cloud.${api}:fail request:fail ${String(error)}`, REQUEST_FAILED);
  });
  const text = await response.text();
  await travel(text.length);
  if (!isOnline()) throw offline(api);
  return accept<T>(api, response.status, text);
}

/** The cloud's answer, or its refusal thrown. */
export function accept<T>(api: string, status: number, text: string): T {
  const answer = parse(text);
  if (!answer || (status !== 200 && answer.errCode === undefined)) {
    const words = `the local cloud answered ${status} ${text.slice(0, 200)}`;
    throw new WxError(`cloud.${api}:fail ${words}`, REQUEST_FAILED);
  }
  const { errCode, errMsg } = answer;
  if (errCode !== undefined && errCode !== 0) {
    throw new WxError(`cloud.${api}:fail Error: errCode: ${errCode} | errMsg: ${errMsg ?? ''}`, errCode);
  }
  return answer as T;
}

function parse(text: string): Answer | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : null;
  } catch {
    return null;
  }
}
