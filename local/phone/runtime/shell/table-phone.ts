import { el } from '../chrome/dom';
import type { NetworkKind } from '../network';
import type { Theme } from '../settings';
import { MessageList } from './message-list';
import type { People } from './people';
import { personControl } from './person-control';
import { phoneControls, type PhoneControls } from './phone-controls';
import { PHONE_IDS, PHONE_NAMES, readSetup, writeSetup, type Setup, type Side } from './sides';

/** WeChat's number for a page opened by a subscription message. */
const BY_MESSAGE = 1014;

/** One phone on the table: who holds it, how it is set, what it shows, the messages that came. */
export class TablePhone {
  readonly element: HTMLElement;
  readonly messages: MessageList;
  private readonly frame = el('iframe', { class: 'phone-glass' });
  private readonly controls: PhoneControls;
  private readonly setup: Setup;
  private network: NetworkKind = 'normal';
  private theme: Theme = 'light';
  private running = false;

  constructor(
    private readonly side: Side,
    private readonly people: People,
    holder: string,
    private readonly show: (phone: TablePhone) => void,
  ) {
    this.setup = readSetup(side, holder);
    this.frame.title = PHONE_NAMES[side];
    this.messages = new MessageList(PHONE_NAMES[side], (page) => this.open(page, BY_MESSAGE));
    this.controls = phoneControls(this.setup.fontScale, {
      network: (kind) => {
        this.network = kind;
        this.hooks()?.setNetwork(kind);
      },
      fontScale: (scale) => {
        this.setup.fontScale = scale;
        this.start(this.hooks()?.path() ?? this.setup.path);
      },
      theme: (theme) => {
        this.theme = theme;
        this.hooks()?.setTheme(theme);
      },
      power: () => (this.running ? this.kill() : this.start('')),
    });
    const person = personControl(people, this.setup.openid, (openid) => {
      this.setup.openid = openid;
      this.start('');
    });
    const off = el('p', { class: 'phone-off', text: '小程序已经关掉。在「设置」里重新打开。' });
    this.element = el('section', { class: `table-phone table-${side}`, label: PHONE_NAMES[side] }, [
      el('header', { class: 'phone-head' }, [
        el('button', { class: 'phone-show', text: `看${PHONE_NAMES[side]}`, onclick: () => show(this) }),
        person,
        this.controls.element,
      ]),
      el('div', { class: 'phone-frame' }, [off, this.frame]),
    ]);
    this.messages.follow(this.setup.openid, people.nameOf(this.setup.openid));
  }

  get openid(): string {
    return this.setup.openid;
  }

  /** The first time that the phone is needed. */
  wake(): Promise<void> {
    if (this.running) return Promise.resolve();
    const loaded = new Promise<void>((resolve) =>
      this.frame.addEventListener('load', () => resolve(), { once: true }),
    );
    this.start(this.setup.path);
    return loaded;
  }

  /** As a card or a message does: the running app comes to the front, a dead one starts. */
  open(path: string, scene: number): void {
    if (this.hooks()) this.hooks()?.open(path, scene);
    else this.start(path, scene);
    this.show(this);
  }

  isSourceOf = (event: MessageEvent): boolean => event.source === this.frame.contentWindow;

  appName = (): string | undefined => this.hooks()?.appName();

  followClock = (): void => void this.hooks()?.followClock();

  private hooks() {
    return this.running ? this.frame.contentWindow?.__phone : undefined;
  }

  private kill(): void {
    this.running = false;
    this.frame.src = 'about:blank';
    this.drawPower();
  }

  private start(path: string, scene?: number): void {
    const { openid, fontScale } = this.setup;
    const query = new URLSearchParams({ as: openid, phone: PHONE_IDS[this.side], network: this.network });
    query.set('theme', this.theme);
    query.set('fontScale', String(fontScale));
    if (path) query.set('path', path);
    if (scene) query.set('scene', String(scene));
    this.running = true;
    this.frame.src = `phone.html?${query.toString()}`;
    this.setup.path = path;
    writeSetup(this.side, this.setup);
    this.messages.follow(openid, this.people.nameOf(openid));
    this.drawPower();
  }

  private drawPower(): void {
    this.frame.hidden = !this.running;
    this.controls.showPower(this.running);
  }
}
