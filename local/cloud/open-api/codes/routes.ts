import { sendJson } from '../../http/exchange';
import type { Handler } from '../../http/server';
import type { Parts } from '../../parts';
import { codeText } from './code-text';
import { DEFAULT_LOOK } from './look';
import { drawCode } from './picture';

export const PICTURES_PATH = '/local/codes/';

/** `GET /local/codes`: every code made so far, oldest first. */
export function codesRoute({ codes, commits }: Parts): Handler {
  return async (_, response) => {
    const made = await commits.read(() => codes.all());
    sendJson(
      response,
      200,
      made.map(({ id, path, scene, page, at }) => ({
        path,
        scene,
        page,
        png: `${PICTURES_PATH}${id}.png`,
        at,
      })),
    );
  };
}

/** `GET /local/codes/<id>.png`. */
export function codePictureRoute({ codes }: Parts): Handler {
  return (_, response, { pathname }) => {
    const code = codes.find(pathname.slice(PICTURES_PATH.length).replace(/\.png$/, ''));
    if (code === undefined) {
      sendJson(response, 404, { code: 'NOT_FOUND', message: 'there is no such code' });
      return;
    }
    const { contentType, bytes } = drawCode(codeText(code), DEFAULT_LOOK);
    response.writeHead(200, { 'content-type': contentType, 'content-length': bytes.length });
    response.end(bytes);
  };
}
