import { el } from '../chrome/dom';
import { saveLink, sizeOf } from '../chrome/save-link';
import type { ChatCard, ChatFile } from './chat-messages';
import { liveLine } from './live-line';

/** A card as WeChat shows it: whose app, title, picture, and the live line of a dynamic one. */
export function drawCard(card: ChatCard): HTMLElement {
  const picture = el('div', { class: 'card-picture' });
  if (card.imageUrl) {
    const image = el('img');
    image.alt = '';
    image.src = card.imageUrl;
    picture.append(image);
  } else picture.append(el('span', { text: card.app }));
  return el('article', { class: 'chat-card', label: card.title }, [
    el('p', { class: 'card-app', text: card.app }),
    el('p', { class: 'card-title', text: card.title }),
    picture,
    card.dynamic ? liveLine(card.dynamic) : null,
    el('p', { class: 'card-kind', text: '小程序' }),
  ]);
}

/** A file that somebody sent; it can be taken from here to this machine. */
export function drawFile({ name, size, data }: ChatFile): HTMLElement {
  return el('article', { class: 'chat-card', label: name }, [
    el('p', { class: 'card-title', text: name }),
    el('p', { class: 'card-app', text: sizeOf(size) }),
    saveLink(name, data, 'card-save'),
  ]);
}
