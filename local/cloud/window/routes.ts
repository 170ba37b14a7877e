import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { sendJson } from '../http/exchange';
import type { Handler } from '../http/server';
import type { Parts } from '../parts';
import { FONT_PATH, fontHandler } from './font';
import { collectionsView, documentsView } from './stored';

const PAGE = join(__dirname, 'page');
/** Nothing from elsewhere, no script but its own: what a document says stays text. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; font-src 'self'; img-src 'self' data:";

/** `/_cloud`: a window on the running cloud, for whoever sits at this machine. */
export function windowRoutes({ catalog, commits, requests, envId }: Parts): [string, Handler][] {
  let script: Promise<string> | undefined;
  return [
    ['/_cloud', page('text/html', () => readFileSync(join(PAGE, 'index.html'), 'utf8'))],
    ['/_cloud/style.css', page('text/css', () => readFileSync(join(PAGE, 'style.css'), 'utf8'))],
    [FONT_PATH, fontHandler()],
    ['/_cloud/main.js', page('text/javascript', () => (script ??= bundle()))],
    [
      '/_cloud/collections',
      async (_, response) => {
        const collections = await commits.read(() => collectionsView(catalog, requests.since(0)));
        sendJson(response, 200, { envId, collections });
      },
    ],
    [
      '/_cloud/documents',
      async (_, response, url) => {
        sendJson(response, 200, await commits.read(() => documentsView(catalog, url.searchParams)));
      },
    ],
  ];
}

function page(type: string, text: () => string | Promise<string>): Handler {
  return async (_, response) => {
    const body = await text();
    response.writeHead(200, {
      'content-type': `${type}; charset=utf-8`,
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    response.end(body);
  };
}

async function bundle(): Promise<string> {
  const entryPoints = [join(PAGE, 'main.ts')];
  const { outputFiles } = await build({ entryPoints, bundle: true, write: false, target: 'es2022' });
  return outputFiles[0]?.text ?? '';
}
