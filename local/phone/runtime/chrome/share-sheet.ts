import type { GeneralComponent } from 'glass-easel';
import { pictureUrl } from '../builtins/image';
import { pageStack } from '../pages/navigation';
import { fullPath } from '../pages/page-stack';
import { settings } from '../settings';
import { ask } from './dialog';
import { el } from './dom';

export type ShareCard = { title: string; path: string; imageUrl: string };
/** What the table around the phone puts into the group chat. */
export type CardMessage = ShareCard & { type: 'card'; from: string; activityId?: string };
type ShareAnswer = Partial<ShareCard> & { promise?: Promise<Partial<ShareCard>> };

const PROMISE_MS = 3000;

/** Asks the page what it shares and shows the card as a chat would. */
export async function shareCurrentPage(button: GeneralComponent | null): Promise<void> {
  const page = pageStack().top();
  if (!page) return;
  const target = button ? { id: button.id, dataset: button.dataset } : undefined;
  const answer = (page.call('onShareAppMessage', { from: button ? 'button' : 'menu', target }) ??
    {}) as ShareAnswer;
  const late = answer.promise
    ? await Promise.race([
        answer.promise,
        new Promise<object>((resolve) => setTimeout(() => resolve({}), PROMISE_MS)),
      ])
    : {};
  const card: ShareCard = {
    title: page.title || '小程序',
    path: fullPath(page),
    imageUrl: '',
    ...answer,
    ...late,
  };
  await showCard(card);
}

async function showCard(card: ShareCard): Promise<void> {
  const imageUrl = card.imageUrl ? pictureUrl(card.imageUrl.replace(/^(?!\/|\w+:)/, '/'), null) : '';
  const picture = el('div', { class: 'share-picture' });
  if (imageUrl) {
    const image = el('img');
    image.alt = '';
    image.src = imageUrl;
    picture.append(image);
  }
  const sent = await ask<boolean>(
    'sheet',
    '转发',
    (answer) => [
      el('div', { class: 'share-card' }, [el('p', { class: 'share-title', text: card.title }), picture]),
      el('p', { class: 'share-path', text: card.path.replace(/^\//, '') }),
      el('button', { class: 'sheet-item', text: '发送给群聊', onclick: () => answer(true) }),
      el('button', { class: 'sheet-cancel', text: '关闭', onclick: () => answer(false) }),
    ],
    false,
  );
  if (sent) sendToGroup(card, imageUrl);
}

function sendToGroup({ title, path }: ShareCard, imageUrl: string): void {
  const message: CardMessage = { type: 'card', title, path, imageUrl, from: settings.openid };
  window.parent.postMessage(message, location.origin);
}
