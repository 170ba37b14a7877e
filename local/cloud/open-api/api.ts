import type { Parts } from '../parts';
import type { ApiFields } from './messages';

/** A reply that is a picture instead of fields. */
export interface Picture {
  contentType: string;
  bytes: Buffer;
}

/** One open interface; answers the fields of WeChat's reply, `errcode` among them, or a picture. */
export type Api = (fields: ApiFields, parts: Parts) => object | Picture | Promise<object | Picture>;

export const OK = { errcode: 0, errmsg: 'ok' };

export function isPicture(reply: object): reply is Picture {
  return 'bytes' in reply && Buffer.isBuffer(reply.bytes);
}
