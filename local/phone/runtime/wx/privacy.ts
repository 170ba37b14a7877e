import { ask } from '../chrome/dialog';
import { el } from '../chrome/dom';
import { WxError, wxCall } from './call';
import { kept } from './kept';

type Resolve = (answer: { event: 'exposureAuthorization' | 'agree' | 'disagree'; buttonId?: string }) => void;
type Listener = (resolve: Resolve, info: { referrer: string }) => void;

const CONTRACT = '《小程序隐私保护指引》';
/** After a refusal in its own dialog WeChat shows it no more for ten seconds (user-privacy/PrivacyAuthorize). */
const QUIET_MS = 10_000;
const REFUSED_IN_DIALOG = 103;
const REFUSED_IN_APP = 104;

const agreed = kept('privacy', false);
const agreeButtons = new Set<string>();
let listener: Listener | null = null;
let refusedAt = Number.NEGATIVE_INFINITY;

const needed = (): boolean => window.__phoneApp.usePrivacyCheck && !agreed.get();

const refusal = (api: string, errno: number): WxError =>
  new WxError(`${api}:fail privacy permission is not authorized`, undefined, errno);

/**
 * What counts as private waits here until the person has agreed to the privacy contract.
 * `referrer` is the call or component as WeChat names it: `chooseMedia`, `button.getPhoneNumber`.
 */
export async function privacyConsent(referrer: string): Promise<void> {
  if (!needed()) return;
  const api = referrer.split('.').at(-1) ?? referrer;
  if (listener) await askApp(listener, api, referrer);
  else await askDialog(api);
}

function askApp(app: Listener, api: string, referrer: string): Promise<void> {
  return new Promise((done, fail) => {
    app(
      ({ event, buttonId = '' }) => {
        if (event === 'agree' && agreeButtons.has(buttonId)) done();
        else if (event !== 'exposureAuthorization') fail(refusal(api, REFUSED_IN_APP));
      },
      { referrer },
    );
  });
}

async function askDialog(api: string): Promise<void> {
  if (performance.now() - refusedAt < QUIET_MS) throw refusal(api, REFUSED_IN_DIALOG);
  const yes = await ask<boolean>('sheet', '用户隐私保护提示', (answer) => [
    el('h2', { class: 'sheet-title', text: '用户隐私保护提示' }),
    el('p', { class: 'sheet-text', text: `使用前请先阅读${CONTRACT}。点“同意”后才能继续。` }),
    el('div', { class: 'modal-buttons' }, [
      el('button', { text: '拒绝', onclick: () => answer(false) }),
      el('button', { class: 'consent-accept', text: '同意', onclick: () => answer(true) }),
    ]),
  ]);
  if (!yes) {
    refusedAt = performance.now();
    throw refusal(api, REFUSED_IN_DIALOG);
  }
  agreed.set(true);
}

/** `<button open-type="agreePrivacyAuthorization">` was tapped. */
export function agreeToPrivacy(buttonId: string): void {
  agreeButtons.add(buttonId);
  agreed.set(true);
}

async function openPrivacyContract(): Promise<void> {
  await ask<null>(
    'sheet',
    CONTRACT,
    (answer) => [
      el('h2', { class: 'sheet-title', text: CONTRACT }),
      el('p', { class: 'sheet-text', text: '这份指引在微信公众平台填写，本地手机上没有它的内容。' }),
      el('button', { class: 'sheet-cancel', text: '关闭', onclick: () => answer(null) }),
    ],
    null,
  );
}

export const privacy = {
  /** One listener only: a later one replaces it. */
  onNeedPrivacyAuthorization: (given: Listener) => void (listener = given),
  getPrivacySetting: wxCall('getPrivacySetting', () => ({
    needAuthorization: needed(),
    privacyContractName: CONTRACT,
  })),
  requirePrivacyAuthorize: wxCall('requirePrivacyAuthorize', () => privacyConsent('requirePrivacyAuthorize')),
  openPrivacyContract: wxCall('openPrivacyContract', openPrivacyContract),
};
