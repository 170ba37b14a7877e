import { ask } from '../chrome/dialog';
import { part, el } from '../chrome/dom';
import { pictureUrl } from '../builtins/image';
import { wxCall } from './call';

type ToastOptions = {
  title: string;
  icon?: 'success' | 'error' | 'loading' | 'none';
  image?: string;
  duration?: number;
  mask?: boolean;
};

const TOAST_MS = 1500;
const MARKS: Record<string, string> = { success: '✓', error: '✕' };

let toast: HTMLElement | null = null;
let toastTimer = 0;

function showToast(
  { title, icon = 'success', image, duration = TOAST_MS, mask = false }: ToastOptions,
  lasts: boolean,
): void {
  hideToast();
  const picture = image ? el('img', { class: 'toast-image' }) : null;
  if (picture) {
    picture.alt = '';
    picture.src = pictureUrl(image ?? '', null);
  }
  const mark =
    icon === 'none' || picture
      ? null
      : el('span', { class: `toast-icon toast-${icon}`, text: MARKS[icon] ?? '' });
  mark?.setAttribute('aria-hidden', 'true');
  toast = el('div', { class: `phone-toast${mask ? ' toast-mask' : ''}`, role: 'status' }, [
    el('div', { class: 'toast-box' }, [picture ?? mark, el('p', { text: title })]),
  ]);
  part('overlays').append(toast);
  if (!lasts) toastTimer = window.setTimeout(hideToast, duration);
}

function hideToast(): void {
  window.clearTimeout(toastTimer);
  toast?.remove();
  toast = null;
}

type ModalOptions = {
  title?: string;
  content?: string;
  showCancel?: boolean;
  cancelText?: string;
  cancelColor?: string;
  confirmText?: string;
  confirmColor?: string;
  editable?: boolean;
  placeholderText?: string;
};

async function showModal(options: ModalOptions) {
  const {
    title = '',
    content = '',
    showCancel = true,
    cancelText = '取消',
    confirmText = '确定',
    editable,
  } = options;
  const field = el('input', { class: 'modal-field' });
  field.placeholder = options.placeholderText ?? '';
  if (editable) field.value = content;
  const button = (text: string, color: string | undefined, onclick: () => void): HTMLElement => {
    const made = el('button', { text, onclick });
    if (color) made.style.color = color;
    return made;
  };
  const confirmed = await ask<boolean>('modal', title || content, (answer) => [
    ...(title ? [el('h2', { text: title })] : []),
    editable ? field : el('p', { class: 'modal-content', text: content }),
    el('div', { class: 'modal-buttons' }, [
      showCancel ? button(cancelText, options.cancelColor, () => answer(false)) : null,
      button(confirmText, options.confirmColor ?? '#576b95', () => answer(true)),
    ]),
  ]);
  return { confirm: confirmed, cancel: !confirmed, content: editable && confirmed ? field.value : null };
}

async function showActionSheet({
  itemList,
  alertText,
  itemColor,
}: {
  itemList: string[];
  alertText?: string;
  itemColor?: string;
}) {
  if (itemList.length > 6) throw new Error('parameter error: itemList should not be larger than 6');
  const tapIndex = await ask<number>(
    'sheet',
    alertText ?? '请选择',
    (answer) => [
      ...(alertText ? [el('p', { class: 'sheet-title', text: alertText })] : []),
      ...itemList.map((text, index) => {
        const item = el('button', { class: 'sheet-item', text, onclick: () => answer(index) });
        if (itemColor) item.style.color = itemColor;
        return item;
      }),
      el('button', { class: 'sheet-cancel', text: '取消', onclick: () => answer(-1) }),
    ],
    -1,
  );
  if (tapIndex < 0) throw new Error('cancel');
  return { tapIndex };
}

export const feedback = {
  showToast: wxCall('showToast', (options: ToastOptions) => showToast(options, false)),
  hideToast: wxCall('hideToast', () => hideToast()),
  showLoading: wxCall('showLoading', (options: ToastOptions) =>
    showToast({ ...options, icon: 'loading' }, true),
  ),
  hideLoading: wxCall('hideLoading', () => hideToast()),
  showModal: wxCall('showModal', showModal),
  showActionSheet: wxCall('showActionSheet', showActionSheet),
};
