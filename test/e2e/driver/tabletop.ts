import type { Browser, Locator, Page } from 'playwright-core';
import { openidOf } from '../../support/makers';
import { passesAudit } from './audit';
import { Phone, type Words } from './phone';
import { watchTraffic, type Traffic } from './quiet';
import { PATIENCE } from './single-phone';

/** The whole table as `npm start` shows it: two phones, the group chat, the messages, the clock. */
export interface Laid {
  left: string;
  right: string;
  leftPath?: string;
  rightPath?: string;
  size?: { width: number; height: number };
}

export class Tabletop {
  private constructor(
    readonly page: Page,
    readonly left: TablePhone,
    readonly right: TablePhone,
  ) {}

  static async lay(browser: Browser, url: string, laid: Laid): Promise<Tabletop> {
    const viewport = laid.size ?? { width: 1280, height: 900 };
    const context = await browser.newContext({ viewport, locale: 'zh-CN' });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    const traffic = watchTraffic(page);
    const query = new URLSearchParams({ as: openidOf(laid.left), as2: openidOf(laid.right) });
    if (laid.leftPath) query.set('path', laid.leftPath);
    if (laid.rightPath) query.set('path2', laid.rightPath);
    await page.goto(`${url}/?${query}`);
    const phone = (name: string) => TablePhone.on(page, name, traffic);
    return new Tabletop(page, await phone('左手机'), await phone('右手机'));
  }

  /** The cards of the group chat, oldest first. */
  cards = (): Locator => this.page.getByRole('region', { name: '群聊' }).getByRole('listitem');

  /** Opens the newest card that says so. */
  async openCard(words: Words, phone: TablePhone): Promise<void> {
    const card = this.cards().filter({ hasText: words }).last();
    await card.getByRole('button', { name: `在${phone.name}打开` }).click();
  }

  async clock(button: '快 1 小时' | '快 1 天' | '停住' | '继续走' | '回到现在'): Promise<void> {
    await this.page.getByRole('region', { name: '时钟' }).getByRole('button', { name: button }).click();
    await this.page.waitForLoadState('networkidle');
    await Promise.all([this.left, this.right].map((phone) => phone.followClock()));
  }

  /** The table itself stands before axe-core, too. */
  screen = (name: string): Promise<void> => passesAudit(this.page.mainFrame(), name);

  async picture(path: string): Promise<void> {
    await Promise.all([this.left.still(), this.right.still()]);
    await this.page.screenshot({ path });
  }

  async close(): Promise<void> {
    await Promise.all([this.left, this.right].map((phone) => phone.keptLimits()));
    await this.page.context().close();
  }
}

/** One of the two phones, with the settings above it. */
export class TablePhone extends Phone {
  name = '';

  static async on(page: Page, name: string, traffic: Traffic): Promise<TablePhone> {
    const handle = await page.locator(`iframe[title="${name}"]`).elementHandle();
    const frame = await handle?.contentFrame();
    if (!frame) throw new Error(`the table has no ${name}`);
    const phone = new TablePhone(page, frame, traffic);
    phone.name = name;
    return phone;
  }

  /** The service messages that lie beside the phone. */
  messages = (): Locator =>
    this.page.getByRole('region', { name: `${this.name}的服务通知` }).getByRole('listitem');

  async openMessage(words: Words): Promise<void> {
    await this.messages().filter({ hasText: words }).first().getByRole('button').click();
  }

  /** Gives the phone to somebody of the switcher, 「＋ 新来的人」 among them. */
  async give(name: string): Promise<void> {
    await this.started(() => this.own().getByLabel('谁拿着').selectOption({ label: name }));
  }

  kill = (): Promise<void> => this.set('关掉小程序');

  reopen = (): Promise<void> => this.started(() => this.set('重新打开小程序'));

  /** Waits until the phone that this starts anew stands there, and not the one before it. */
  private async started(anew: () => Promise<unknown>): Promise<void> {
    await this.frame.evaluate(() => Object.assign(window, { __former: true }));
    await anew();
    await this.frame.waitForFunction(() => !('__former' in window) && '__phone' in window);
  }

  private own = (): Locator => this.page.getByRole('region', { name: this.name, exact: true });

  private async set(button: string): Promise<void> {
    const settings = this.own().locator('summary');
    const open = await settings.evaluate((summary) => summary.closest('details')?.open ?? false);
    if (!open) await settings.click();
    await this.own().getByRole('button', { name: button }).click();
    await settings.click();
  }
}
