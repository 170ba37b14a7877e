import { randomUUID } from 'node:crypto';
import { OK, type Api } from './api';
import { verdictOf, wrongCheck } from './check-request';
import { RISKY_WORDS } from './risky-words';

const LONGEST = 2500;

/**
 * Version 2 of the text check; a word list decides.
 * https://developers.weixin.qq.com/miniprogram/dev/server/API/sec-center/sec-check/api_msgseccheck
 */
export const msgSecCheck: Api = (fields, parts) => {
  const { content, title, nickname, signature } = fields;
  if (typeof content !== 'string' || content === '' || content.length > LONGEST) {
    return { errcode: 47001, errmsg: 'data format error' };
  }
  const wrong = wrongCheck(fields, parts);
  if (wrong) return wrong;
  const text = [content, title, nickname, signature].filter((part) => typeof part === 'string').join('\n');
  const risky = RISKY_WORDS.some((word) => text.includes(word));
  return { ...OK, ...verdictOf(risky ? 'risky' : 'pass', 'content_model'), trace_id: randomUUID() };
};
