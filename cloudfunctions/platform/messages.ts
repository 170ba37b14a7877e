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

/** One subscription message to one person. An outcome that cannot be known is never tried again. */
export async function sendMessage({
  openid,
  template,
  page,
  data,
}: Message & { openid: string }): Promise<NoticeOutcome> {
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
    return 'sent';
  } catch (error) {
    return outcomeOf((error as { errCode?: unknown }).errCode);
  }
}

/** The interface's own codes are positive: it has answered, and nothing was sent. */
function outcomeOf(errCode: unknown): NoticeOutcome {
  if (typeof errCode !== 'number' || errCode <= 0) return 'unknown';
  return REFUSED.includes(errCode) ? 'refused' : 'failed';
}
