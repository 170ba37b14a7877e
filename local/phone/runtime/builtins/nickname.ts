import { ask } from '../chrome/dialog';
import { el } from '../chrome/dom';
import { reportError } from '../error-log';
import { fetchPeople } from '../person';
import { settings } from '../settings';
import { WxError } from '../wx/call';
import { privacyConsent } from '../wx/privacy';

/** Over the keyboard of `<input type="nickname">` WeChat offers the person's own nickname; null = type it. */
export async function offerNickname(): Promise<string | null> {
  try {
    await privacyConsent('input.nickname');
  } catch (error) {
    if (!(error instanceof WxError)) reportError(error, 'input type="nickname"');
    return null;
  }
  const people = await fetchPeople();
  const name = people.find((person) => person.openid === settings.openid)?.name;
  if (!name) return null;
  return ask<string | null>(
    'sheet',
    '使用微信昵称',
    (answer) => [
      el('button', { class: 'sheet-item', text: `用微信昵称：${name}`, onclick: () => answer(name) }),
      el('button', { class: 'sheet-cancel', text: '自己填写', onclick: () => answer(null) }),
    ],
    null,
  );
}
