import { el, part } from '../chrome/dom';
import { reportError } from '../error-log';
import { fetchPeople } from '../person';
import { settings } from '../settings';
import { WxError } from '../wx/call';
import { privacyConsent } from '../wx/privacy';

/** Over the keyboard of `<input type="nickname">` WeChat offers the person's own nickname, while the field has the focus. */
export function offerNickname(
  field: HTMLInputElement,
  isNickname: () => boolean,
  take: (name: string) => void,
): void {
  field.addEventListener('focus', () => {
    if (!isNickname()) return;
    show(field, take).catch((error: unknown) => {
      // A refusal of the consent only means that nothing is offered.
      if (!(error instanceof WxError)) reportError(error, 'input type="nickname"');
    });
  });
}

async function show(field: HTMLInputElement, take: (name: string) => void): Promise<void> {
  await privacyConsent('input.nickname');
  const people = await fetchPeople();
  const name = people.find((person) => person.openid === settings.openid)?.name;
  if (!name || !field.isConnected) return;
  if (document.activeElement !== field) return field.focus();
  const offer = el('button', { class: 'sheet-item', text: `用微信昵称：${name}`, onclick: () => take(name) });
  const bar = el('div', { class: 'nickname-bar' }, [offer]);
  // The press must not take the focus from the field.
  bar.addEventListener('mousedown', (event) => event.preventDefault());
  field.addEventListener('blur', () => bar.remove(), { once: true });
  part('overlays').append(bar);
}
