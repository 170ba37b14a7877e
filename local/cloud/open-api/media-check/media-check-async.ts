import { randomUUID } from 'node:crypto';
import { OK, type Api } from '../api';
import { wrongCheck } from '../check-request';

/**
 * Answers a number at once; the finding comes later as the event `wxa_media_check`.
 * https://developers.weixin.qq.com/miniprogram/dev/server/API/sec-center/sec-check/api_mediacheckasync
 */
export const mediaCheckAsync: Api = async (fields, parts) => {
  const { media_url: url, media_type: type } = fields;
  if (type !== 1 && type !== 2) return { errcode: 40004, errmsg: 'invalid media type' };
  if (typeof url !== 'string' || url === '') return { errcode: 47001, errmsg: 'data format error' };
  const wrong = wrongCheck(fields, parts);
  if (wrong) return wrong;
  const trace = randomUUID();
  const { openid } = fields;
  await parts.commits.write(() => parts.mediaChecks.add({ trace, url, openid: String(openid) }));
  parts.deliverChecks();
  return { ...OK, trace_id: trace };
};
