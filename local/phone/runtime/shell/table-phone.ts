import { el } from '../chrome/dom';
import type { Person } from '../person';
import { FONT_SCALES } from '../settings';
import { MessageList } from './message-list';

type Setup = { openid: string; path: string; fontScale: number };

const ELDER_SCALE = 1.4;

/** One phone on the table with what belongs to it: who holds it, its font size, its network, its messages. */
export class TablePhone {
  readonly element: HTMLElement;
  private readonly frame = el('iframe');
  private readonly fontText = el('output');
  private readonly messages: MessageList;
  private online = true;

  constructor(
    private readonly id: string,
    people: Person[],
    private readonly setup: Setup,
  ) {
    this.frame.title = '手机';
    this.messages = new MessageList((page) => this.hooks()?.open(page));
    this.element = el('section', { class: 'table-phone', label: '一部手机' }, [
      el('div', { class: 'phone-frame' }, [this.frame]),
      el('details', { class: 'controls' }, [
        el('summary', { text: '调试台' }),
        this.personControl(people),
        this.fontControl(),
        this.networkControl(),
        el('button', { class: 'control-button', text: '重新打开小程序', onclick: () => this.restart('') }),
        this.messages.element,
      ]),
    ]);
    const details = this.element.querySelector('details');
    if (details) details.open = window.matchMedia('(min-width: 481px)').matches;
    this.frame.addEventListener('load', () => this.hooks()?.setOnline(this.online));
    this.restart(this.setup.path);
  }

  private hooks() {
    return this.frame.contentWindow?.__phone;
  }

  private restart(path: string): void {
    const query = new URLSearchParams({ as: this.setup.openid, phone: this.id });
    if (path) query.set('path', path);
    if (this.setup.fontScale !== 1) query.set('fontScale', String(this.setup.fontScale));
    if (!this.online) query.set('network', 'off');
    this.frame.src = `phone.html?${query.toString()}`;
    this.messages.follow(this.setup.openid);
    const shown = new URLSearchParams({ as: this.setup.openid });
    if (path) shown.set('path', path);
    if (this.setup.fontScale !== 1) shown.set('fontScale', String(this.setup.fontScale));
    history.replaceState(null, '', `?${shown.toString()}`);
  }

  private personControl(people: Person[]): HTMLElement {
    const select = el('select');
    select.append(
      ...people.map(({ openid, name, label }) => new Option(label ? `${name}（${label}）` : name, openid)),
    );
    select.value = this.setup.openid;
    select.addEventListener('change', () => {
      this.setup.openid = select.value;
      this.restart('');
    });
    return el('label', { class: 'control' }, [el('span', { text: '我是谁' }), select]);
  }

  private fontControl(): HTMLElement {
    const range = el('input');
    range.type = 'range';
    range.min = '0';
    range.max = String(FONT_SCALES.length - 1);
    range.value = String(
      Math.max(
        0,
        FONT_SCALES.findIndex((scale) => scale === this.setup.fontScale),
      ),
    );
    const tell = (): void => {
      const { fontScale } = this.setup;
      this.fontText.textContent =
        fontScale === 1 ? '标准' : fontScale === ELDER_SCALE ? '1.4 关怀模式' : String(fontScale);
    };
    range.addEventListener('change', () => {
      this.setup.fontScale = FONT_SCALES[Number(range.value)] ?? 1;
      tell();
      this.restart(this.hooks()?.path() ?? this.setup.path);
    });
    tell();
    return el('label', { class: 'control' }, [el('span', { text: '字体大小' }), range, this.fontText]);
  }

  private networkControl(): HTMLElement {
    const box = el('input');
    box.type = 'checkbox';
    box.checked = true;
    box.addEventListener('change', () => {
      this.online = box.checked;
      this.hooks()?.setOnline(this.online);
    });
    return el('label', { class: 'control' }, [el('span', { text: '有网络' }), box]);
  }
}
