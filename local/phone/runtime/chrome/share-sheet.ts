import type { GeneralComponent } from 'glass-easel';
import type { Page } from '../pages/page';
import { pageStack } from '../pages/navigation';
import { fullPath } from '../pages/page-stack';
import { reportError } from '../error-log';
import { settings } from '../settings';
import { sharedActivity, type DynamicCard } from '../wx/share-menu';
import { ask } from './dialog';
import { el } from './dom';
import { cardPicture } from './share-picture';

/** A card as it is sent; `imageUrl` is a data URL. */
export type ShareCard = { title: string; path: string; imageUrl: string };
/** What the table around the phone puts into the group chat. */
export type CardMessage = ShareCard & { type: 'card'; from: string; dynamic?: DynamicCard };
type ShareAnswer = Partial<ShareCard> & { promise?: Promise<Partial<ShareCard>> };

/** A promised card must come within three seconds, else the values that came at once are used (reference/api/Page). */
const PROMISE_MS = 3000;

/** Asks the page what it shares, shows the card as a chat would, and sends it when the person says so. */
export async function shareCurrentPage(button: GeneralComponent | null): Promise<void> {
  const page = pageStack().top();
  if (!page) return;
  const dynamic = sharedActivity();
  const card = await cardOf(page, button);
  if (!(await confirmed(card))) return;
  const message: CardMessage = { type: 'card', ...card, from: settings.openid };
  window.parent.postMessage(dynamic ? { ...message, dynamic } : message, location.origin);
}

async function cardOf(page: Page, button: GeneralComponent | null): Promise<ShareCard> {
  const target = button ? { id: button.id, dataset: button.dataset } : undefined;
  const answered = page.call('onShareAppMessage', { from: button ? 'button' : 'menu', target });
  const { promise, ...atOnce } = (answered ?? {}) as ShareAnswer;
  const late = promise ? await inTime(promise) : {};
  const own = { title: page.title || '小程序', path: fullPath(page), imageUrl: '' };
  const given = { ...own, ...atOnce, ...late };
  const { title, path } = given;
  return { title, path, imageUrl: await cardPicture(given.imageUrl, page.viewport) };
}

function inTime(promise: Promise<Partial<ShareCard>>): Promise<Partial<ShareCard>> {
  const answer = promise.catch((error: unknown) => {
    reportError(error, 'promise of onShareAppMessage');
    return {};
  });
  const nothing = new Promise<object>((resolve) => setTimeout(() => resolve({}), PROMISE_MS));
  return Promise.race([answer, nothing]);
}

function confirmed(card: ShareCard): Promise<boolean> {
  const image = el('img');
  image.alt = '';
  image.src = card.imageUrl;
  return ask<boolean>(
    'sheet',
    '转发',
    (answer) => [
      el('div', { class: 'share-card' }, [
        el('p', { class: 'share-title', text: card.title }),
        el('div', { class: 'share-picture' }, [image]),
      ]),
      el('p', { class: 'share-path', text: card.path.replace(/^\//, '') }),
      el('button', { class: 'sheet-item', text: '发送给群聊', onclick: () => answer(true) }),
      el('button', { class: 'sheet-cancel', text: '关闭', onclick: () => answer(false) }),
    ],
    false,
  );
}
