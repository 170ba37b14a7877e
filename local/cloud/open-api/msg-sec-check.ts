import { randomUUID } from 'node:crypto';
import { OK, type Api } from './api';
import { verdictOf, wrongCheck } from './check-request';
import { DOUBTFUL_WORDS, RISKY_WORDS } from './risky-words';

const LONGEST = 2500;

/**
 * Version 2 of the text check; word lists decide.
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
  const has = (words: string[]): boolean => words.some((word) => text.includes(word));
  const suggestion = has(RISKY_WORDS) ? 'risky' : has(DOUBTFUL_WORDS) ? 'review' : 'pass';
  return { ...OK, ...verdictOf(suggestion, 'content_model'), trace_id: randomUUID() };
};
