import { el } from '../chrome/dom';
import { drawCard, drawFile } from './chat-item';
import { isSent, keepMessages, keptMessages, type ChatCard, type ChatMessage } from './chat-messages';
import { PHONE_NAMES, SIDES, type Side } from './sides';

/** WeChat's numbers for a card opened from a group: with a share ticket, as dynamic cards have it, and without. */
const WITH_TICKET = 1044;
const FROM_GROUP = 1008;

type Sender = { name: string; app: string };

/** The group in which both persons are: cards and files arrive here, cards are opened by whoever holds a phone. */
export class GroupChat {
  readonly element: HTMLElement;
  private readonly messages = keptMessages();
  private readonly list = el('ol', { class: 'chat-cards' });
  private readonly nothing = el('p', {
    class: 'nothing',
    text: '还没有人说话。在手机右上角点三个点，转发给朋友，再点「发送给群聊」，卡片就到这里。',
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
    this.messages.forEach((message) => this.draw(message));
    window.addEventListener('message', (event) => this.receive(event));
  }

  private receive(event: MessageEvent<unknown>): void {
    const sender = event.origin === location.origin ? this.senderOf(event) : undefined;
    if (!sender || !isSent(event.data)) return;
    const sent = event.data;
    const known = { id: crypto.randomUUID(), sender: sender.name };
    const message: ChatMessage =
      sent.type === 'card' ? { ...sent, ...known, app: sender.app } : { ...sent, ...known };
    this.messages.push(message);
    keepMessages(this.messages);
    this.reveal(this.draw(message));
  }

  /** Scrolls the column as far as the newest needs, and no further. */
  private reveal(item: HTMLElement): void {
    const column = this.element.parentElement;
    if (!column) return;
    const hidden = item.getBoundingClientRect().bottom - column.getBoundingClientRect().bottom;
    if (hidden > 0) column.scrollBy({ top: hidden, behavior: 'smooth' });
  }

  private draw(message: ChatMessage): HTMLElement {
    const item = el('li', { class: 'chat-item' }, [
      el('p', { class: 'chat-sender', text: message.sender }),
      message.type === 'card' ? drawCard(message) : drawFile(message),
      message.type === 'card' ? this.openers(message) : null,
    ]);
    this.list.append(item);
    this.nothing.hidden = true;
    return item;
  }

  private openers({ path, dynamic }: ChatCard): HTMLElement {
    const scene = dynamic ? WITH_TICKET : FROM_GROUP;
    const open = (side: Side): HTMLElement =>
      el('button', {
        text: `在${PHONE_NAMES[side]}打开`,
        onclick: () => this.open(side, path, scene),
      });
    return el('div', { class: 'card-open' }, SIDES.map(open));
  }
}
