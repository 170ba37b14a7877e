import { randomUUID } from 'node:crypto';
import type { Api } from './api';
import { RISKY_WORDS } from './risky-words';

const HARMLESS = 100;
const OTHER_RISK = 21000;

/** Version 2 of the text check; a word list decides. */
export const msgSecCheck: Api = {
  writes: false,
  run: ({ content, version, scene, openid }) => {
    if (typeof content !== 'string' || content === '' || Number(version) !== 2) {
      return { errcode: 47001, errmsg: 'data format error' };
    }
    if (typeof openid !== 'string' || ![1, 2, 3, 4].includes(Number(scene))) {
      return { errcode: 40003, errmsg: 'invalid openid or scene' };
    }
    const risky = RISKY_WORDS.some((word) => content.includes(word));
    const verdict = { suggest: risky ? 'risky' : 'pass', label: risky ? OTHER_RISK : HARMLESS };
    return {
      errcode: 0,
      errmsg: 'ok',
      result: verdict,
      detail: [{ strategy: 'content_model', errcode: 0, ...verdict, prob: 90 }],
      trace_id: randomUUID(),
    };
  },
};
