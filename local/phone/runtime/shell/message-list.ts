import { el } from '../chrome/dom';
import { templateTitles } from '../template-titles';
import { dayAndTime } from './day-and-time';

type Message = {
  id: string;
  templateId: string;
  page?: string;
  data: Record<string, { value: string }>;
  at: number;
};

const POLL_MS = 2000;

/** The service messages that a person received, newest first; a tap opens the message's page. */
export class MessageList {
  readonly element: HTMLElement;
  private readonly owner = el('span', { class: 'messages-owner' });
  private readonly list = el('ol', { class: 'messages' });
  private readonly nothing = el('p', { class: 'nothing', text: '还没有收到消息' });
  private openid = '';
  private shown = '';

  constructor(
    phone: string,
    private readonly open: (page: string) => void,
  ) {
    this.element = el('section', { class: 'message-box', label: `${phone}的服务通知` }, [
      el('h2', { text: `${phone}的服务通知` }, [this.owner]),
      this.nothing,
      this.list,
    ]);
    setInterval(() => void this.refresh(), POLL_MS);
  }

  follow(openid: string, name: string): void {
    this.owner.textContent = ` · ${name}`;
    if (openid === this.openid) return;
    this.openid = openid;
    this.shown = '';
    this.nothing.hidden = false;
    this.list.replaceChildren();
    void this.refresh();
  }

  private async refresh(): Promise<void> {
    const { openid } = this;
    const response = await fetch(`/local/outbox?openid=${encodeURIComponent(openid)}`).catch(() => null);
    if (!response?.ok || openid !== this.openid) return;
    const { messages } = (await response.json()) as { messages: Message[] };
    const state = messages.map((message) => message.id).join();
    if (state === this.shown) return;
    const titles = await templateTitles();
    if (openid !== this.openid) return;
    this.shown = state;
    this.nothing.hidden = messages.length > 0;
    this.list.replaceChildren(
      ...[...messages]
        .sort((a, b) => b.at - a.at)
        .map((message) => this.draw(message, titles.get(message.templateId))),
    );
  }

  private draw({ page, data, at }: Message, title = '订阅消息'): HTMLElement {
    const lines = Object.values(data).map(({ value }) => el('span', { class: 'message-line', text: value }));
    return el('li', {}, [
      el('button', { class: 'message', ...(page ? { onclick: () => this.open(page) } : {}) }, [
        el('span', { class: 'message-time', text: dayAndTime(at) }),
        el('strong', { class: 'message-line', text: title }),
        ...lines,
        ...(page ? [el('span', { class: 'message-more', text: '进入小程序查看 ›' })] : []),
      ]),
    ]);
  }
}
