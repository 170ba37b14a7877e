import { clientRoute, openidOf, refusalOf, refusing } from '../client/refusal';
import { sendJson } from '../http/exchange';
import type { Handler } from '../http/server';
import type { Parts } from '../parts';
import { deleteFile, downloadUrl, eachFile } from './actions';
import { fileIdOf } from './cloud-path';

interface Outcome {
  code: string;
  fileID: unknown;
  message?: unknown;
}

/** `POST /client/uploadFile?openid=&path=` with the file as its body: what `wx.cloud.uploadFile` of a phone becomes. */
export function clientUpload({ storage, envId }: Parts): Handler {
  return async (request, response, url) => {
    const answer = await refusing(async () => {
      const openid = openidOf(url.searchParams.get('openid'));
      const path = await storage.upload(openid, url.searchParams.get('path'), request);
      return { fileID: fileIdOf(envId, path) };
    });
    request.resume();
    sendJson(response, 200, answer);
  };
}

/** `POST /client/getTempFileURL`; each file is an id, or an id with a `maxAge` in seconds. */
export function clientTempFileUrl(parts: Parts): Handler {
  return clientRoute(async ({ openid, fileList }, host) => ({
    fileList: await eachFile(fileList, async (one) => {
      const { fileID, maxAge } = isFile(one) ? one : { fileID: one, maxAge: undefined };
      const reply = await downloadUrl(parts, openid, fileID, maxAge, `http://${host}`);
      const { tempFileURL, maxAge: lasts } = reply;
      return { ...statusOf(reply), tempFileURL, ...(lasts !== undefined && { maxAge: lasts }) };
    }),
  }));
}

/** `POST /client/deleteFile`. */
export function clientDelete(parts: Parts): Handler {
  return clientRoute(async ({ openid, fileList }) => ({
    fileList: await eachFile(fileList, async (id) => statusOf(await deleteFile(parts, openid, id))),
  }));
}

function statusOf({ code, fileID, message }: Outcome): object {
  if (code === 'SUCCESS') return { fileID, status: 0, errMsg: 'ok' };
  const { errCode, errMsg } = refusalOf({ code, message: String(message) });
  return { fileID, status: errCode, errMsg };
}

function isFile(value: unknown): value is { fileID: unknown; maxAge?: unknown } {
  return typeof value === 'object' && value !== null && 'fileID' in value;
}
