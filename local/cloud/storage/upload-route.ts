import type { IncomingMessage } from 'node:http';
import { CloudError } from '../errors';
import type { Handler } from '../http/server';
import type { Parts } from '../parts';
import { fileIdOf, headerOf } from './cloud-path';
import { sendXmlError } from './xml';

export const UPLOAD_PATH = '/storage/upload/';

export interface UploadGrant {
  path: string;
}

/** `PUT` of a file by an SDK, to the address and with the headers that `storage.getUploadMetadata` gave it. */
export function uploadRoute({ storage, tickets, clock, envId }: Parts): Handler {
  return async (request, response) => {
    try {
      await storage.upload(null, granted(request), request);
      response.writeHead(200, { 'content-length': 0 }).end();
    } catch (error) {
      request.resume();
      const code = error instanceof CloudError ? error.code : 'InternalError';
      sendXmlError(response, 403, code, error instanceof Error ? error.message : String(error));
    }
  };

  function granted({ method, headers }: IncomingMessage): string {
    if (method !== 'PUT') throw new CloudError('MethodNotAllowed', 'a file is put');
    const ticket = tickets.find<UploadGrant>('upload', headers.authorization ?? '');
    if (ticket === undefined || headers['signature'] !== headers.authorization) {
      throw new CloudError('SignatureDoesNotMatch', 'the upload was not granted');
    }
    if (ticket.expires <= clock.now()) throw new CloudError('AccessDenied', 'Request has expired');
    const { path } = ticket.body;
    if (
      headers['key'] !== encodeURIComponent(path) ||
      headers['x-cos-meta-fileid'] !== headerOf(fileIdOf(envId, path))
    ) {
      throw new CloudError('AccessDenied', 'the upload was granted for another path');
    }
    return path;
  }
}
