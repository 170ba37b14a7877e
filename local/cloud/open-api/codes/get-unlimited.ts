import type { Api } from '../api';
import { codeText, scenePath } from './code-text';
import { lookOf } from './look';
import { drawCode } from './picture';

const LONGEST_SCENE = 32;
const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]+$/;

/**
 * A code for one page of this mini-program with a short text for it.
 * https://developers.weixin.qq.com/miniprogram/dev/server/API/qrcode-link/qr-code/api_getunlimitedqrcode
 */
export const getUnlimited: Api = async (fields, { codes, commits, clock, pages }) => {
  const { scene, check_path: checkPath = true } = fields;
  if (typeof scene !== 'string' || scene === '' || scene.length > LONGEST_SCENE) {
    return { errcode: 40169, errmsg: 'invalid length for scene, or the data is not json string' };
  }
  if (!SCENE.test(scene)) return { errcode: 40129, errmsg: 'invalid scene' };
  const { page = pages()[0] } = fields;
  const look = lookOf(fields);
  if (look === undefined || typeof checkPath !== 'boolean') return { errcode: 40097, errmsg: 'invalid args' };
  if (JSON.stringify(fields).includes('scancode_time')) {
    return { errcode: 85096, errmsg: 'not allow include scancode_time field' };
  }
  if (typeof page !== 'string' || /^\/|\?/.test(page) || (checkPath && !pages().includes(page))) {
    return { errcode: 41030, errmsg: 'invalid page' };
  }
  const path = scenePath(page, scene);
  await commits.write(() => codes.add(path, clock.now()));
  return drawCode(codeText({ path }), look);
};
