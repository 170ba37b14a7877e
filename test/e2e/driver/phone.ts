import type { Frame, Locator, Page } from 'playwright-core';
import { passesAudit } from './audit';
import { ask, type Counts } from './hooks';
import type { Traffic } from './quiet';

export type Words = string | RegExp;
export type Role = Parameters<Frame['getByRole']>[0];

/** What the platform's audit asks of a mini-program, and less than its 256 KB a setData. */
function withinLimits({ setDataPerSecond, largestSetData, nodes }: Counts, name: string): void {
  const over = [
    setDataPerSecond > 20 && `${setDataPerSecond} setData in a second`,
    largestSetData > 64 * 1024 && `a setData of ${largestSetData} bytes`,
    nodes >= 1000 && `${nodes} nodes`,
  ].filter(Boolean);
  if (over.length > 0) throw new Error(`${name}: ${over.join(', ')}`);
}

/** A phone in somebody's hand: what that person can do with it and see on it. */
export class Phone {
  private readonly audited = new Set<string>();

  constructor(
    readonly page: Page,
    /** The phone's own document: the page itself, or a frame of the table. */
    readonly frame: Frame,
    private readonly traffic: Traffic,
  ) {}

  /** Taps what bears exactly these words, or fits the pattern; waits for it. */
  async tap(words: Words): Promise<void> {
    await this.visible(this.frame.getByText(words, { exact: true })).click();
  }

  async tapRole(role: Role, name: Words): Promise<void> {
    await this.visible(this.frame.getByRole(role, { name })).click();
  }

  /** Types into the field that this says or that stands beside it. */
  async fill(label: Words, text: string): Promise<void> {
    await this.visible(this.frame.getByPlaceholder(label).or(this.frame.getByLabel(label))).fill(text);
  }

  /** Opens the choice that bears these words, takes one and confirms it. */
  async choose(words: Words, option: Words): Promise<void> {
    await this.tap(words);
    await this.tap(option);
    await this.tap('确定');
  }

  /** Waits for these words. The first time on a page, axe-core looks at it too. */
  async sees(words: Words): Promise<void> {
    await this.visible(this.frame.getByText(words)).waitFor();
    const page = (await this.path()).split('?', 1)[0] ?? '';
    if (!this.audited.has(page)) await this.screen(page);
  }

  /** True when nothing on the screen says so, once the screen is still. */
  async lacks(words: Words): Promise<boolean> {
    await this.traffic.quiet();
    return (await this.frame.getByText(words).filter({ visible: true }).count()) === 0;
  }

  /** The screen as it is now stands before axe-core: nothing serious passes. */
  async screen(name: string): Promise<void> {
    await this.still();
    await passesAudit(this.frame, name);
    withinLimits(await this.counts(), name);
    this.audited.add(name);
  }

  /** All that the phone has shown so far kept within the limits; a phone that is off has nothing to say. */
  async keptLimits(): Promise<void> {
    const on = await this.frame.evaluate(() => '__phone' in window).catch(() => false);
    if (on) withinLimits(await this.counts(), 'since it was opened');
  }

  path = (): Promise<string> => ask(this.frame, 'path');
  stack = (): Promise<string[]> => ask(this.frame, 'stack');
  /** Everything that the app complained about. */
  errors = (): Promise<string[]> => ask(this.frame, 'errors');
  counts = (): Promise<Counts> => ask(this.frame, 'counts');
  /** Opens a page as a service message or a shared card does. */
  openPage = (path: string, scene?: number): Promise<void> => ask(this.frame, 'open', path, scene);
  pullDown = (): Promise<void> => ask(this.frame, 'pullDown');
  network = (kind: 'normal' | 'slow' | 'off'): Promise<void> => ask(this.frame, 'setNetwork', kind);
  theme = (theme: 'light' | 'dark'): Promise<void> => ask(this.frame, 'setTheme', theme);
  followClock = (): Promise<void> => ask(this.frame, 'followClock');

  /** By the three dots and the share sheet, into the group. */
  async share(): Promise<void> {
    await this.tapRole('button', '更多');
    await this.tap('转发给朋友');
    await this.tap('发送给群聊');
  }

  /** As long as a person needs before the next tap; sooner it would count as the second half of the last one. */
  breathe = (): Promise<void> => this.page.waitForTimeout(1_000);

  /** Nothing loads or moves any more. */
  async still(): Promise<void> {
    await this.traffic.quiet();
    await this.page.waitForTimeout(500);
    await this.frame.evaluate(async () => await document.fonts.ready);
  }

  async picture(path: string): Promise<void> {
    await this.still();
    await this.page.screenshot({ path });
  }

  private visible = (found: Locator): Locator => found.filter({ visible: true }).first();
}
