import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { packNpm } from '../../local/build';
import { compilePhone, phoneHandler } from '../../local/phone';
import type { Stored } from '../../local/sample/stored';
import { launchBrowser } from '../browser';
import { openidOf } from '../support/makers';
import { type RunningStudio, startStudio } from '../support/studio';

const ROOT = resolve(__dirname, '../..');
const PHONE = join(ROOT, 'dist/phone');

/** 一部手机：谁拿着，打开哪一页，字多大。 */
export interface Holding {
  who: string;
  path?: string;
  /** WeChat's font step; with `elder` together the largest type. */
  fontScale?: number;
  elder?: boolean;
}

export interface Phone {
  page: Page;
  /** Taps what bears exactly these words, or fits the pattern; waits for it. */
  tap(words: string | RegExp): Promise<void>;
  sees(words: string | RegExp): Promise<void>;
  /** True when nothing on the screen says so, once the screen is still. */
  lacks(words: string | RegExp): Promise<boolean>;
  path(): Promise<string>;
  /** Opens a page as a service message or a shared card does. */
  openPage(path: string): Promise<void>;
  /** As long as a person needs before the next tap; sooner it would count as the second half of the last one. */
  breathe(): Promise<void>;
  /** Nothing loads any more. */
  still(): Promise<void>;
  pullDown(): Promise<void>;
  setOnline(online: boolean): Promise<void>;
  /** Everything that the app complained about. */
  errors(): Promise<string[]>;
  close(): Promise<void>;
}

export interface Table {
  studio: RunningStudio;
  open(holding: Holding): Promise<Phone>;
  close(): Promise<void>;
}

interface Hooks {
  path(): string;
  open(path: string): void;
  errors(): string[];
  pullDown(): void;
  setOnline(online: boolean): void;
}
type PhoneWindow = typeof globalThis & { __phone: Hooks };

/** The whole product on one table: cloud, built functions, phones in real Chromium, a clock that stands still. */
export async function layTable(now: number, documents: Stored[]): Promise<Table> {
  await packNpm();
  await compilePhone({ miniprogramDir: join(ROOT, 'miniprogram'), outDir: PHONE });
  const studio = await startStudio({ now, documents, fallback: phoneHandler(PHONE) });
  const browser = await launchBrowser();
  return {
    studio,
    open: (holding) => openPhone(browser, studio.url, holding),
    close: async () => {
      await browser.close();
      await studio.close();
    },
  };
}

async function openPhone(browser: Browser, url: string, holding: Holding): Promise<Phone> {
  const { who, path = '/pages/home/index', fontScale = 1, elder = false } = holding;
  const context = await browser.newContext({ viewport: { width: 375, height: 812 }, hasTouch: true });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const query = new URLSearchParams({ as: openidOf(who), path, fontScale: String(fontScale) });
  await page.goto(`${url}/phone.html?${query}`);
  const shown = (words: string | RegExp) => page.getByText(words).filter({ visible: true }).first();
  const phone: Phone = {
    page,
    tap: async (words) =>
      await page.getByText(words, { exact: true }).filter({ visible: true }).first().click(),
    sees: async (words) => await shown(words).waitFor(),
    lacks: async (words) => {
      await page.waitForLoadState('networkidle');
      return (await page.getByText(words).filter({ visible: true }).count()) === 0;
    },
    path: async () => await page.evaluate(() => (window as unknown as PhoneWindow).__phone.path()),
    openPage: async (to) =>
      await page.evaluate((url) => (window as unknown as PhoneWindow).__phone.open(url), to),
    breathe: async () => await page.waitForTimeout(1_000),
    still: async () => {
      await page.waitForLoadState('networkidle');
      await page.waitForTimeout(500);
      await page.evaluate(async () => await document.fonts.ready);
    },
    pullDown: async () => await page.evaluate(() => (window as unknown as PhoneWindow).__phone.pullDown()),
    setOnline: async (online) =>
      await page.evaluate((on) => (window as unknown as PhoneWindow).__phone.setOnline(on), online),
    errors: async () => await page.evaluate(() => (window as unknown as PhoneWindow).__phone.errors()),
    close: async () => await context.close(),
  };
  if (elder) await turnElder(phone, path);
  return phone;
}

/** 长辈版 is switched on the whiteboard, as a person would. */
async function turnElder(phone: Phone, path: string): Promise<void> {
  await phone.page.getByRole('switch', { name: '长辈版' }).first().click();
  await phone.sees('✓ 长辈版');
  if (!path.startsWith('/pages/duty/'))
    throw new Error('长辈版 is switched on the whiteboard: open that first');
}
