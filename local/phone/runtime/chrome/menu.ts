import type { PageStack } from '../pages/page-stack';
import { ask } from './dialog';
import { el } from './dom';
import { isShareable } from '../wx/share-menu';
import { shareCurrentPage } from './share-sheet';

/** What the capsule's three dots open. */
export async function openMenu(stack: PageStack): Promise<void> {
  const page = stack.top();
  const canShare = page !== undefined && isShareable(page);
  const chosen = await ask<'share' | 'restart' | null>(
    'sheet',
    '更多',
    (answer) => [
      ...(canShare
        ? [el('button', { class: 'sheet-item', text: '转发给朋友', onclick: () => answer('share') })]
        : []),
      el('button', { class: 'sheet-item', text: '重新进入小程序', onclick: () => answer('restart') }),
      el('button', { class: 'sheet-cancel', text: '取消', onclick: () => answer(null) }),
    ],
    null,
  );
  if (chosen === 'share') await shareCurrentPage(null);
  if (chosen === 'restart') location.reload();
}
