import { ask } from '../chrome/dialog';
import { el } from '../chrome/dom';
import { inGesture } from '../engine/user-gesture';
import { settings } from '../settings';
import { WxError, wxCall } from './call';

const MOST_TEMPLATES = 3;

/** One tap asks for at most three templates; each consent that is given is for one message. */
async function requestSubscribeMessage({ tmplIds }: { tmplIds: string[] }): Promise<Record<string, string>> {
  if (!inGesture()) {
    throw new WxError('requestSubscribeMessage:fail can only be invoked by user TAP gesture.', 20026);
  }
  if (!Array.isArray(tmplIds) || tmplIds.length === 0) {
    throw new WxError("requestSubscribeMessage:fail TmplIds can't be empty", 10001);
  }
  if (tmplIds.length > MOST_TEMPLATES) {
    throw new WxError('requestSubscribeMessage:fail the number of tmplIds is too large', 20003);
  }
  const accepted = await askForConsent(tmplIds);
  await Promise.all(accepted.map(recordConsent));
  return Object.fromEntries(tmplIds.map((id) => [id, accepted.includes(id) ? 'accept' : 'reject']));
}

function askForConsent(tmplIds: string[]): Promise<string[]> {
  return ask<string[]>('sheet', '订阅消息', (answer) => {
    const boxes = tmplIds.map((id) => {
      const box = el('input');
      box.type = 'checkbox';
      box.checked = true;
      box.value = id;
      return box;
    });
    return [
      el('h2', { class: 'sheet-title', text: '允许发送以下消息' }),
      ...boxes.map((box) => el('label', { class: 'consent' }, [box, el('span', { text: box.value })])),
      el('div', { class: 'modal-buttons' }, [
        el('button', { text: '取消', onclick: () => answer([]) }),
        el('button', {
          class: 'consent-accept',
          text: '允许',
          onclick: () => answer(boxes.filter((box) => box.checked).map((box) => box.value)),
        }),
      ]),
    ];
  });
}

async function recordConsent(templateId: string): Promise<void> {
  await fetch('/local/consents', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ openid: settings.openid, templateId, count: 1 }),
  });
}

export const subscribe = {
  requestSubscribeMessage: wxCall('requestSubscribeMessage', requestSubscribeMessage),
};
