import type { Api } from './api';
import type { Message } from './outbox';
import { wrongField } from './template-data';

export const sendSubscribeMessage: Api = {
  writes: true,
  run: (fields, { clock, consents, outbox }) => {
    const { touser, template_id: templateId, page = '', data } = fields;
    if (typeof touser !== 'string' || touser === '') return { errcode: 40003, errmsg: 'invalid openid' };
    if (typeof templateId !== 'string' || templateId === '') {
      return { errcode: 40037, errmsg: 'invalid template_id' };
    }
    if (typeof page !== 'string') return { errcode: 41030, errmsg: 'invalid page' };
    if (!isData(data)) return { errcode: 47003, errmsg: 'argument invalid! data is missing' };
    const wrong = wrongField(data);
    if (wrong !== undefined)
      return { errcode: 47003, errmsg: `argument invalid! data.${wrong}.value invalid` };
    if (!consents.use(touser, templateId)) return { errcode: 43101, errmsg: 'user refuse to accept the msg' };
    const id = outbox.add({ touser, templateId, page, data: data as Message['data'], at: clock.now() });
    return { errcode: 0, errmsg: 'ok', msgid: id };
  },
};

function isData(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0
  );
}
