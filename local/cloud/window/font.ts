import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { sendJson } from '../http/exchange';
import type { Handler } from '../http/server';

export const FONT_PATH = '/_cloud/font/';
const SHEET = 'index.css';
const PIECE = /^files\/[\w-]+\.woff2$/;

/** The phone's font in its pieces, so that the window has Chinese letters on every machine. */
export function fontHandler(): Handler {
  const folder = dirname(createRequire(__filename).resolve(`@fontsource-variable/noto-sans-sc/${SHEET}`));
  return (_, response, { pathname }) => {
    const name = pathname.slice(FONT_PATH.length);
    const file = join(folder, name);
    if (name !== SHEET && !(PIECE.test(name) && existsSync(file))) {
      sendJson(response, 404, { code: 'NOT_FOUND', message: 'there is no such piece of the font' });
      return;
    }
    response.writeHead(200, {
      'content-type': name === SHEET ? 'text/css; charset=utf-8' : 'font/woff2',
      'cache-control': 'max-age=3600',
      'x-content-type-options': 'nosniff',
    });
    response.end(name === SHEET ? sheetOf(file) : readFileSync(file));
  };
}

/** Waits for a piece instead of drawing a box for each letter first. */
function sheetOf(file: string): string {
  return readFileSync(file, 'utf8').replaceAll('font-display: swap', 'font-display: block');
}
