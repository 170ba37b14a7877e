import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { CloudError } from '../errors';
import { LostAnswer } from '../faults/wire';
import { sendJson } from './exchange';
import { shortened } from './shortened';

export interface Handler {
  (request: IncomingMessage, response: ServerResponse, url: URL): void | Promise<void>;
  openToPages?: true;
}
export type Fallback = (request: IncomingMessage, response: ServerResponse) => void;

/** Whoever sends slower than this is told so and let go. */
const HEADERS_MS = 10_000;
const REQUEST_MS = 120_000;
const LOOK_FOR_SLOW_MS = 1000;

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/** A page of another origin makes a browser send these; the SDKs and command lines send neither. */
function isForeignPage({ headers }: IncomingMessage): boolean {
  const { host = '', origin, 'sec-fetch-site': site } = headers;
  if (origin !== undefined && origin !== `http://${host}`) return true;
  return site === 'cross-site' || site === 'same-site';
}

/** Lets a page of another origin show what it serves, as a picture: for addresses that are themselves the secret. */
export function openToPages(handler: Handler): Handler {
  return Object.assign(handler, { openToPages: true as const });
}

/** Serves this machine only: by address and by the name asked for, so that no web page reaches it by rebinding. */
export function serve(
  route: (path: string) => Handler | undefined,
  fallback: Fallback | undefined,
  requestMs = REQUEST_MS,
): Server {
  const patience = {
    headersTimeout: Math.min(HEADERS_MS, requestMs),
    requestTimeout: requestMs,
    connectionsCheckingInterval: LOOK_FOR_SLOW_MS,
  };
  const server = createServer(patience, (request, response) => {
    const url = parseUrl(request);
    const handler = url && route(url.pathname);
    const foreign = handler !== undefined && !handler.openToPages && isForeignPage(request);
    if (foreign || !LOOPBACK.test(request.headers.host ?? '')) {
      sendJson(response, 403, { code: 'FORBIDDEN', message: 'this cloud answers only its own machine' });
      return;
    }
    if (url && handler) void answer(handler, request, response, url);
    else if (url && fallback) fallback(request, response);
    else sendJson(response, 404, { code: 'NOT_FOUND', message: `nothing is served at ${request.url ?? ''}` });
  });
  server.keepAliveTimeout = 60_000;
  server.on('clientError', refuseUnread);
  return server;
}

/** A request that is no HTTP, or never came to its end. */
function refuseUnread(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable) return;
  const slow = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
  const status = slow ? '408 Request Timeout' : '400 Bad Request';
  const body = JSON.stringify({
    code: 'INVALID_PARAM',
    message: slow ? 'the request came too slowly' : error.message,
  });
  socket.end(
    `HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

function parseUrl(request: IncomingMessage): URL | undefined {
  try {
    return new URL(request.url ?? '/', 'http://127.0.0.1');
  } catch {
    return undefined;
  }
}

async function answer(
  handler: Handler,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  try {
    await handler(request, response, url);
  } catch (error) {
    if (response.headersSent || error instanceof LostAnswer) response.destroy();
    else sendJson(response, error instanceof CloudError ? 400 : 500, describe(error));
  }
}

function describe(error: unknown): { code: string; message: string } {
  if (error instanceof CloudError) return { code: error.code, message: shortened(error.message) };
  return { code: 'SYS_ERR', message: error instanceof Error ? error.message : String(error) };
}

export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const message = error.code === 'EADDRINUSE' ? `port ${port} is in use` : error.message;
      reject(new CloudError('CANNOT_LISTEN', message));
    });
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
