import { CloudError, invalid } from '../errors';
import { readBody, readJsonObject, sendJson } from '../http/exchange';
import type { Handler } from '../http/server';

/**
 * The numbers by which a phone knows the words of the cloud.
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/reference/errcode
 */
const NUMBERS: Record<string, number> = {
  INVALID_PARAM: -501007,
  STORAGE_REQUEST_FAIL: -503001,
  STORAGE_EXCEED_AUTHORITY: -503002,
  STORAGE_FILE_NONEXIST: -503003,
  STORAGE_FILE_TOO_LARGE: -403001,
  DATABASE_REQUEST_FAILED: -502001,
  DATABASE_PERMISSION_DENIED: -502003,
  DATABASE_COLLECTION_NOT_EXIST: -502005,
};
const SYSTEM_ERROR = -501001;

export interface Refusal {
  errCode: number;
  errMsg: string;
}

export function refusalOf({ code, message }: { code: string; message: string }): Refusal {
  return { errCode: NUMBERS[code] ?? SYSTEM_ERROR, errMsg: `${code}: ${message}` };
}

type Request = Record<string, unknown> & { openid: string };

/** A request of a phone: JSON with who asks; a refusal is an answer like any other. */
export function clientRoute(work: (request: Request, host: string) => Promise<object>): Handler {
  return async (request, response) => {
    const body = readJsonObject(await readBody(request));
    const { openid } = body;
    const answer = await refusing(() =>
      work({ ...body, openid: openidOf(openid) }, request.headers.host ?? ''),
    );
    sendJson(response, 200, answer);
  };
}

export async function refusing(work: () => Promise<object>): Promise<object> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CloudError) return refusalOf(error);
    throw error;
  }
}

/** WeChat's have 28 characters. */
const LONGEST_OPENID = 128;

export function openidOf(openid: unknown): string {
  if (typeof openid !== 'string' || openid === '') throw invalid('openid is missing');
  if (openid.length > LONGEST_OPENID) throw invalid(`an openid has at most ${LONGEST_OPENID} characters`);
  return openid;
}
