import type { Api } from '../api';
import { codeText } from './code-text';
import { lookOf } from './look';
import { drawCode } from './picture';

const LONGEST_PATH = 1024;
/** Bytes in a QR picture; the platform's own picture has no such end. */
const LONGEST_TEXT = 2331;

/**
 * `wxacode.get`: a code for a page with its own query; does not ask whether the page is there.
 * https://developers.weixin.qq.com/miniprogram/dev/server/API/qrcode-link/qr-code/api_getqrcode
 */
export const getCode: Api = async (fields, { codes, commits, clock }) => {
  const { path } = fields;
  const look = lookOf(fields);
  if (look === undefined) return { errcode: 40097, errmsg: 'invalid args' };
  if (typeof path !== 'string' || path === '' || path.length > LONGEST_PATH || !fits(path)) {
    return { errcode: 40159, errmsg: 'invalid length for path, or the data is not json string' };
  }
  if (path.includes('scancode_time'))
    return { errcode: 85096, errmsg: 'not allow include scancode_time field' };
  await commits.write(() => codes.add(path, clock.now()));
  return drawCode(codeText({ path }), look);
};

function fits(path: string): boolean {
  return codeText({ path }).length <= LONGEST_TEXT;
}
