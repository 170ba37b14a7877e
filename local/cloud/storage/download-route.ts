import { pipeline } from 'node:stream/promises';
import { openToPages, type Handler } from '../http/server';
import type { Parts } from '../parts';
import { sendXmlError } from './xml';

/** `GET` and `HEAD` of a file by its temporary address, whole or one range of it. */
export function downloadRoute({ storage, addresses, clock }: Parts): Handler {
  return openToPages(async (request, response, url) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      sendXmlError(response, 405, 'MethodNotAllowed', 'a file is read');
      return;
    }
    const address = addresses.read(url.pathname);
    if (address === undefined || address.expires <= clock.now()) {
      sendXmlError(
        response,
        403,
        'AccessDenied',
        address ? 'Request has expired' : 'the address is not signed',
      );
      return;
    }
    const file = storage.files.withKey(address.key);
    if (file === undefined) {
      sendXmlError(response, 404, 'NoSuchKey', 'The specified key does not exist.');
      return;
    }
    const range = rangeOf(request.headers.range, file.size);
    if (range === 'outside') {
      sendXmlError(response, 416, 'InvalidRange', 'The requested range is not satisfiable');
      return;
    }
    const { start, end } = range ?? { start: 0, end: file.size - 1 };
    response.writeHead(range ? 206 : 200, {
      'content-type': file.type,
      'content-length': end - start + 1,
      'accept-ranges': 'bytes',
      ...(range && { 'content-range': `bytes ${start}-${end}/${file.size}` }),
      // What was uploaded must not act as a page of the phone's own origin.
      'content-security-policy': 'sandbox',
      'x-content-type-options': 'nosniff',
    });
    if (request.method === 'HEAD' || file.size === 0) response.end();
    else
      await pipeline(storage.blobs.stream(file.blob, { start, end }), response).catch(() =>
        response.destroy(),
      );
  });
}

/** One range; several, or one of another unit, are answered with the whole file. */
function rangeOf(
  header: string | undefined,
  size: number,
): { start: number; end: number } | 'outside' | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  const start = from === '' ? Math.max(size - Number(to), 0) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return start > end ? 'outside' : { start, end };
}
