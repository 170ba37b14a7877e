import { el } from '../chrome/dom';
import { liveLine } from './live-line';
import { isCardMessage, keepCards, keptCards, type SharedCard } from './shared-card';
import { PHONE_NAMES, SIDES, type Side } from './sides';

/** WeChat's numbers for a card opened from a group: with a share ticket, as dynamic cards have it, and without. */
const WITH_TICKET = 1044;
const FROM_GROUP = 1008;

type Sender = { name: string; app: string };

/** The group in which both persons are: cards arrive here and are opened by whoever holds a phone. */
export class GroupChat {
  readonly element: HTMLElement;
  private readonly cards = keptCards();
  private readonly list = el('ol', { class: 'chat-cards' });
  private readonly nothing = el('p', {
    class: 'nothing',
    text: '还没有人说话。在手机右上角点 •••，转发给朋友，再点「发送给群聊」，卡片就到这里。',
  });

  constructor(
    /** Who sent this, if it came from one of the table's phones. */
    private readonly senderOf: (event: MessageEvent) => Sender | undefined,
    private readonly open: (side: Side, path: string, scene: number) => void,
  ) {
    this.element = el('section', { class: 'group-chat', label: '群聊' }, [
      el('h2', { text: '老兵群' }),
      this.nothing,
      this.list,
    ]);
    this.cards.forEach((card) => this.draw(card));
    window.addEventListener('message', (event) => this.receive(event));
  }

  private receive(event: MessageEvent<unknown>): void {
    const sender = event.origin === location.origin ? this.senderOf(event) : undefined;
    if (!sender || !isCardMessage(event.data)) return;
    const { title, path, imageUrl, activityId } = event.data;
    const card: SharedCard = {
      id: crypto.randomUUID(),
      sender: sender.name,
      app: sender.app,
      title,
      path,
      imageUrl,
      ...(activityId ? { activityId } : {}),
    };
    this.cards.push(card);
    keepCards(this.cards);
    const { offsetTop } = this.draw(card);
    this.element.parentElement?.scrollTo({ top: offsetTop, behavior: 'smooth' });
  }

  private draw(card: SharedCard): HTMLElement {
    const picture = el('div', { class: 'card-picture' });
    if (card.imageUrl) {
      const image = el('img');
      image.alt = '';
      image.src = card.imageUrl;
      picture.append(image);
    } else picture.append(el('span', { text: card.app }));
    const scene = card.activityId ? WITH_TICKET : FROM_GROUP;
    const item = el('li', { class: 'chat-item' }, [
      el('p', { class: 'chat-sender', text: card.sender }),
      el('article', { class: 'chat-card', label: card.title }, [
        el('p', { class: 'card-app', text: card.app }),
        el('p', { class: 'card-title', text: card.title }),
        picture,
        card.activityId ? liveLine(card.activityId) : null,
        el('p', { class: 'card-kind', text: '小程序' }),
      ]),
      el(
        'div',
        { class: 'card-open' },
        SIDES.map((side) =>
          el('button', {
            text: `在${PHONE_NAMES[side]}打开`,
            onclick: () => this.open(side, card.path, scene),
          }),
        ),
      ),
    ]);
    this.list.append(item);
    this.nothing.hidden = true;
    return item;
  }
}
