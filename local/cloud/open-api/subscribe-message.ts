import { setTimeout as wait } from 'node:timers/promises';
import type { Template } from '../console/console';
import type { Parts } from '../parts';
import { isRecord } from '../values/is-record';
import { OK, type Api } from './api';
import type { Message } from './outbox';
import { RISKY_WORDS } from './risky-words';
import { wrongField } from './template-data';

/** A message is under way for so long; another one to the same person within it is refused. */
const UNDER_WAY_MS = 30;
const STATES = ['developer', 'trial', 'formal'];
const LANGUAGES = ['zh_CN', 'en_US', 'zh_HK', 'zh_TW'];

/**
 * One consent lets one message through.
 * https://developers.weixin.qq.com/miniprogram/dev/server/API/mp-message-management/subscribe-message/api_sendmessage
 */
export const sendSubscribeMessage: Api = async (fields, parts) => {
  const { touser, template_id: templateId, page = '', data } = fields;
  if (typeof touser !== 'string' || touser === '') return { errcode: 40003, errmsg: 'invalid openid' };
  const template = parts.console.templates.find(({ id }) => id === templateId);
  if (template === undefined) return { errcode: 40037, errmsg: 'invalid template_id' };
  if (typeof page !== 'string' || page.startsWith('/')) return { errcode: 41030, errmsg: 'invalid page' };
  if (!isData(data)) return wrongArgument('data is missing');
  const wrong = wrongChoice(fields) ?? missingField(template, data) ?? wrongValue(data);
  if (wrong !== undefined) return wrongArgument(wrong);
  if (RISKY_WORDS.some((word) => JSON.stringify(data).includes(word))) {
    return { errcode: 45168, errmsg: 'the message hits a sensitive word' };
  }
  return deliver({ touser, templateId: template.id, page, data: data as Message['data'] }, parts);
};

async function deliver(message: Omit<Message, 'id' | 'at'>, parts: Parts): Promise<object> {
  const { commits, consents, outbox, clock, sending } = parts;
  const { touser, templateId } = message;
  if (sending.has(touser)) {
    return { errcode: 43108, errmsg: 'concurrent messages to one user' };
  }
  sending.add(touser);
  try {
    const id = await commits.write(() =>
      consents.use(touser, templateId) ? outbox.add({ ...message, at: clock.now() }) : undefined,
    );
    if (id === undefined) return { errcode: 43101, errmsg: 'user refuse to accept the msg' };
    await wait(UNDER_WAY_MS);
    return { ...OK, msgid: id };
  } finally {
    sending.delete(touser);
  }
}

function wrongChoice({ miniprogram_state: state, lang }: Record<string, unknown>): string | undefined {
  if (state !== undefined && !STATES.some((one) => one === state)) return 'miniprogram_state invalid';
  if (lang !== undefined && !LANGUAGES.some((one) => one === lang)) return 'lang invalid';
  return undefined;
}

function missingField({ fields }: Template, data: Record<string, unknown>): string | undefined {
  const missing = fields?.find((key) => !Object.hasOwn(data, key));
  if (missing !== undefined) return `data.${missing}.value is empty`;
  const foreign = fields && Object.keys(data).find((key) => !fields.includes(key));
  return foreign === undefined ? undefined : `data.${foreign} is not of this template`;
}

function wrongValue(data: Record<string, unknown>): string | undefined {
  const key = wrongField(data);
  return key === undefined ? undefined : `data.${key}.value invalid`;
}

function wrongArgument(what: string): object {
  return { errcode: 47003, errmsg: `argument invalid! ${what}` };
}

function isData(value: unknown): value is Record<string, unknown> {
  return isRecord(value) && Object.keys(value).length > 0;
}
