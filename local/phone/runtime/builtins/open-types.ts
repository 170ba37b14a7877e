import { sampleAvatars } from '../chrome/samples';
import { chooseFiles } from '../chrome/file-chooser';
import { ask } from '../chrome/dialog';
import { el } from '../chrome/dom';
import { shareCurrentPage } from '../chrome/share-sheet';
import { reportError } from '../error-log';
import { openSettings } from '../wx/authorization';
import { WxError } from '../wx/call';
import { request } from '../wx/cloud/request';
import { extensionOf, putTemporary } from '../wx/files/file-store';
import { agreeToPrivacy, privacyConsent } from '../wx/privacy';
import type { Host, Properties } from './define';

type Button = Pick<Host<Properties>, 'component' | 'emit'>;

/** The event's detail when the call ends badly, in WeChat's words. */
const failure = (api: string, error: unknown): object =>
  error instanceof WxError
    ? error.toResult()
    : { errMsg: `${api}:fail ${error instanceof Error ? error.message : String(error)}` };

async function chooseAvatar(button: Button): Promise<void> {
  try {
    await privacyConsent('button.chooseAvatar');
    const samples = await sampleAvatars();
    const wanted = { label: '选择头像', count: 1, accept: 'image/*', ready: samples };
    const [chosen] = (await chooseFiles(wanted)) ?? [];
    if (!chosen) return button.emit('chooseavatar', { errMsg: 'chooseAvatar:fail cancel' });
    const bytes = new Uint8Array(await chosen.blob.arrayBuffer());
    const avatarUrl = putTemporary(bytes, extensionOf(chosen.name));
    button.emit('chooseavatar', { avatarUrl, errMsg: 'chooseAvatar:ok' });
  } catch (error) {
    button.emit('chooseavatar', failure('chooseAvatar', error));
  }
}

async function getPhoneNumber(button: Button): Promise<void> {
  try {
    await privacyConsent('button.getPhoneNumber');
    const allowed = await ask<boolean>('sheet', '申请获取并验证你的手机号', (answer) => [
      el('h2', { class: 'sheet-title', text: '申请获取并验证你的手机号' }),
      el('p', { class: 'sheet-text', text: '允许后，小程序收到你微信绑定的手机号。' }),
      el('div', { class: 'modal-buttons' }, [
        el('button', { text: '不允许', onclick: () => answer(false) }),
        el('button', { class: 'consent-accept', text: '允许', onclick: () => answer(true) }),
      ]),
    ]);
    if (!allowed) throw new Error('user deny');
    const { code } = await request<{ code: string }>('phoneCode', '/client/phoneCode', {});
    button.emit('getphonenumber', { code, errMsg: 'getPhoneNumber:ok' });
  } catch (error) {
    button.emit('getphonenumber', failure('getPhoneNumber', error));
  }
}

const OPEN_TYPES: Record<string, (button: Button) => void | Promise<void>> = {
  share: ({ component }) => shareCurrentPage(component),
  agreePrivacyAuthorization: (button) => {
    agreeToPrivacy(button.component.id);
    button.emit('agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' });
  },
  chooseAvatar,
  getPhoneNumber,
  openSetting: async (button) =>
    button.emit('opensetting', { ...(await openSettings()), errMsg: 'openSetting:ok' }),
};

/** What a button's open-type does; several may be joined by `|`, the agreement first. */
export function openButton(openType: string, button: Button): void {
  const types = openType.split('|').sort((type) => (type === 'agreePrivacyAuthorization' ? -1 : 1));
  for (const type of types) {
    const open = OPEN_TYPES[type];
    if (!open) {
      reportError(`<button open-type="${type}"> is not available on the local phone`);
      continue;
    }
    Promise.resolve(open(button)).catch((error: unknown) => reportError(error, `open-type ${type}`));
  }
}
