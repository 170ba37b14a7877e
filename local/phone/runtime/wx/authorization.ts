import { ask } from '../chrome/dialog';
import { el } from '../chrome/dom';
import { WxError, wxCall } from './call';
import { kept } from './kept';

/** The permissions that WeChat asks for once, with what its dialog says. */
const SCOPES = {
  'scope.writePhotosAlbum': '保存图片到你的相册',
  'scope.addPhoneCalendar': '添加日程到你的日历',
} as const;

export type Scope = keyof typeof SCOPES;
type Granted = Partial<Record<Scope, boolean>>;

const granted = kept<Granted>('scopes', {});

/** Asks for a permission the first time; later the first answer stands until it is changed in the settings. */
export async function permission(scope: Scope, api: string): Promise<void> {
  const known = granted.get()[scope];
  const allowed = known ?? (await askFor(scope));
  if (known === undefined) granted.set({ ...granted.get(), [scope]: allowed });
  if (!allowed) throw new WxError(`${api}:fail auth deny`);
}

const askFor = (scope: Scope): Promise<boolean> =>
  ask<boolean>('sheet', '权限申请', (answer) => [
    el('h2', { class: 'sheet-title', text: SCOPES[scope] }),
    el('div', { class: 'modal-buttons' }, [
      el('button', { text: '拒绝', onclick: () => answer(false) }),
      el('button', { class: 'consent-accept', text: '允许', onclick: () => answer(true) }),
    ]),
  ]);

/** WeChat's settings page of this mini-program: the permissions that were asked for, each to be turned. */
export async function openSettings(): Promise<{ authSetting: Granted }> {
  const boxes = Object.entries(granted.get()).map(([scope, allowed]) => {
    const box = el('input');
    box.type = 'checkbox';
    box.checked = allowed;
    box.value = scope;
    return box;
  });
  await ask<null>(
    'sheet',
    '设置',
    (answer) => [
      el('h2', { class: 'sheet-title', text: '设置' }),
      ...(boxes.length === 0 ? [el('p', { class: 'sheet-text', text: '还没有申请过权限' })] : []),
      ...boxes.map((box) =>
        el('label', { class: 'consent' }, [box, el('span', { text: SCOPES[box.value as Scope] })]),
      ),
      el('button', { class: 'sheet-cancel', text: '完成', onclick: () => answer(null) }),
    ],
    null,
  );
  const authSetting = Object.fromEntries(boxes.map((box) => [box.value, box.checked])) as Granted;
  granted.set(authSetting);
  return { authSetting };
}

export const authorization = {
  getSetting: wxCall('getSetting', () => ({ authSetting: granted.get() })),
  openSetting: wxCall('openSetting', openSettings),
  authorize: wxCall('authorize', async ({ scope }: { scope: string }) => {
    if (!(scope in SCOPES)) throw new WxError(`authorize:fail ${scope} is not available on the local phone`);
    await permission(scope as Scope, 'authorize');
  }),
};
