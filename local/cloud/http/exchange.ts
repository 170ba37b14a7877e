import type { IncomingMessage, ServerResponse } from 'node:http';
import { invalid } from '../errors';
import { checkDepth } from '../values/depth';

const LARGEST_BODY = 10 * 1024 * 1024;

/** Reads a whole body; one that is too large is read to its end unkept, so that the sender hears why. */
export function readBody(request: IncomingMessage, largest = LARGEST_BODY): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= largest) chunks.push(chunk);
      else chunks.length = 0;
    });
    request.on('end', () => {
      if (size <= largest) resolve(Buffer.concat(chunks));
      else reject(invalid(`the body has more than ${largest} bytes`));
    });
    request.on('error', reject);
    request.on('close', () => {
      if (!request.complete) reject(invalid('the request was cut off'));
    });
  });
}

export function parseBody(body: Buffer): unknown {
  const text = body.toString('utf8');
  checkDepth(text);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw invalid('the body is not valid JSON');
  }
}

export function readJsonObject(body: Buffer): Record<string, unknown> {
  const parsed = parseBody(body);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw invalid('the body must be a JSON object');
  }
  return parsed as Record<string, unknown>;
}

export function sendJson(response: ServerResponse, status: number, body: unknown): number {
  return sendText(response, status, JSON.stringify(body));
}

export function sendText(response: ServerResponse, status: number, text: string | Buffer): number {
  const bytes = Buffer.byteLength(text);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': bytes,
  });
  response.end(text);
  return bytes;
}
