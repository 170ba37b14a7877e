import type { NoticeOutcome } from '../../typings/documents/event';
import type { Message } from '../domain/messages';
import { openApis } from './openapi';

/** 订阅消息模板的编号，部署时在环境变量里给出。 */
const TEMPLATES = {
  promoted: process.env['TEMPLATE_PROMOTED'] ?? 'local-template-promoted',
  changed: process.env['TEMPLATE_CHANGED'] ?? 'local-template-changed',
  reminder: process.env['TEMPLATE_REMINDER'] ?? 'local-template-reminder',
};

/** The recipient has no consent left, or has switched messages off. */
const REFUSED = [43101, 43107];

/** Another message to the same person is under way: this one was not sent, and may be a moment later. */
const BUSY = 43108;
const TRIES = 4;
const MOMENT = 100;

type Letter = Message & { openid: string };

/** One subscription message to one person. An outcome that cannot be known is never tried again. */
export async function sendMessage(letter: Letter): Promise<NoticeOutcome> {
  for (let attempt = 1; ; attempt++) {
    const errCode = await post(letter);
    if (errCode !== BUSY || attempt === TRIES) return outcomeOf(errCode);
    await new Promise((done) => setTimeout(done, attempt * MOMENT));
  }
}

/** What the interface answered: 0 for sent. */
async function post({ openid, template, page, data }: Letter): Promise<unknown> {
  const { openapi } = await openApis();
  try {
    const miniprogramState = process.env['MINIPROGRAM_STATE'] ?? 'formal';
    await openapi.subscribeMessage.send({
      touser: openid,
      templateId: TEMPLATES[template],
      page,
      data,
      miniprogramState,
    });
    return 0;
  } catch (error) {
    return (error as { errCode?: unknown }).errCode;
  }
}

/** The interface's own codes are positive: it has answered, and nothing was sent. */
function outcomeOf(errCode: unknown): NoticeOutcome {
  if (errCode === 0) return 'sent';
  if (typeof errCode !== 'number' || errCode < 0) return 'unknown';
  return REFUSED.includes(errCode) ? 'refused' : 'failed';
}
