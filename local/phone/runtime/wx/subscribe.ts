import { ask } from '../chrome/dialog';
import { el } from '../chrome/dom';
import { inGesture } from '../engine/user-gesture';
import { settings } from '../settings';
import { templateTitles } from '../template-titles';
import { WxError, wxCall } from './call';
import { kept } from './kept';

/** One tap asks for at most five templates; older pages of the documentation say three. */
const MOST_TEMPLATES = 5;

type Choice = 'accept' | 'reject';

/** What was ticked together with 总是保持以上选择: never asked again. */
const always = kept<Record<string, Choice>>('templates', {});

/** Each consent that is given is for one message. */
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
  const titles = await templateTitles();
  if (!tmplIds.every((id) => titles.has(id))) {
    throw new WxError(
      'requestSubscribeMessage:fail No template data return, verify the template id exist',
      20001,
    );
  }
  const open = tmplIds.filter((id) => !(id in always.get()));
  const chosen = { ...always.get(), ...(open.length > 0 ? await askForConsent(open, titles) : {}) };
  const answers = Object.fromEntries(tmplIds.map((id) => [id, chosen[id] ?? 'reject']));
  await Promise.all(tmplIds.filter((id) => answers[id] === 'accept').map(recordConsent));
  return answers;
}

function askForConsent(tmplIds: string[], titles: Map<string, string>): Promise<Record<string, Choice>> {
  return ask<Record<string, Choice>>('sheet', '订阅消息', (answer) => {
    const boxes = tmplIds.map((id) => checkbox(id, true));
    const keep = checkbox('keep', false);
    const finish = (allowed: boolean): void => {
      const choices = Object.fromEntries(
        boxes.map((box) => [box.value, (allowed && box.checked ? 'accept' : 'reject') as Choice]),
      );
      if (keep.checked) always.set({ ...always.get(), ...choices });
      answer(choices);
    };
    return [
      el('h2', { class: 'sheet-title', text: '允许发送以下消息' }),
      ...boxes.map((box) => line(box, titles.get(box.value) ?? box.value)),
      line(keep, '总是保持以上选择，不再询问'),
      el('div', { class: 'modal-buttons' }, [
        el('button', { text: '取消', onclick: () => finish(false) }),
        el('button', { class: 'consent-accept', text: '允许', onclick: () => finish(true) }),
      ]),
    ];
  });
}

function checkbox(value: string, checked: boolean): HTMLInputElement {
  const box = el('input');
  box.type = 'checkbox';
  box.checked = checked;
  box.value = value;
  return box;
}

const line = (box: HTMLInputElement, text: string): HTMLElement =>
  el('label', { class: 'consent' }, [box, el('span', { text })]);

async function recordConsent(templateId: string): Promise<void> {
  const response = await fetch('/local/consents', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ openid: settings.openid, templateId, count: 1 }),
  });
  if (!response.ok) throw new Error(`the cloud did not take the consent: ${await response.text()}`);
}

export const subscribe = {
  requestSubscribeMessage: wxCall('requestSubscribeMessage', requestSubscribeMessage),
};
