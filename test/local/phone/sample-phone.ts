import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { compilePhone } from '../../../local/phone';
import { launchBrowser } from '../../browser';
import { FakeCloud } from './fake-cloud';

const ROOT = resolve(__dirname, '../../..');
export const SAMPLE = join(__dirname, 'sample-app');
export const NPM = join(ROOT, 'node_modules');

export type Opened = Page & { foreign: string[] };

/** The sample mini-program on a phone in a real browser; one for each file of tests. */
export class SamplePhone {
  private constructor(
    readonly cloud: FakeCloud,
    private readonly browser: Browser,
    private readonly context: BrowserContext,
    private readonly dir: string,
  ) {}

  static async start(): Promise<SamplePhone> {
    const dir = mkdtempSync(join(tmpdir(), 'phone-'));
    await compilePhone({ miniprogramDir: SAMPLE, outDir: dir, npmDir: NPM });
    const browser = await launchBrowser();
    return new SamplePhone(await FakeCloud.start(dir), browser, await browser.newContext(), dir);
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.cloud.stop();
    rmSync(this.dir, { recursive: true, force: true });
  }

  /** Opens the phone itself, without the table around it. */
  async open(path = '', query: Record<string, string> = {}): Promise<Opened> {
    const page = await this.visit(
      `/phone.html?${new URLSearchParams({ as: 'wang', path, ...query }).toString()}`,
    );
    await page.waitForFunction(() => '__phone' in window);
    return page;
  }

  async visit(address: string, viewport = { width: 375, height: 812 }): Promise<Opened> {
    const page = (await this.context.newPage()) as Opened;
    await page.setViewportSize(viewport);
    page.setDefaultTimeout(10_000);
    page.foreign = [];
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== this.cloud.url) page.foreign.push(request.url());
    });
    await page.goto(this.cloud.url + address);
    return page;
  }
}

type Hooks = {
  path: () => string;
  stack: () => string[];
  data: () => Record<string, unknown>;
  errors: () => string[];
  members: () => string[];
  counts: () => { setDataPerSecond: number; largestSetData: number; nodes: number };
};

/** Asks the phone's own test hooks. */
export function ask<K extends keyof Hooks>(page: Page, what: K): Promise<ReturnType<Hooks[K]>> {
  return page.evaluate(
    (name) => (window as unknown as { __phone: Record<string, () => unknown> }).__phone[name]?.() as never,
    what,
  );
}

const PATIENCE = 8000;

/** Waits until `read` answers `expected`. */
export async function eventually<T>(read: () => Promise<T>, expected: T): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  while (Date.now() < deadline) {
    if (JSON.stringify(await read()) === JSON.stringify(expected)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(await read()).toEqual(expected);
}

/** Waits until the text of `selector` is `expected`. */
export async function settles(page: Page, selector: string, expected: string | RegExp): Promise<void> {
  const says = async (): Promise<string> => (await page.locator(selector).innerText()).trim();
  const fits = (text: string): boolean =>
    typeof expected === 'string' ? text === expected : expected.test(text);
  await eventually(async () => {
    const text = await says();
    return fits(text) ? 'as expected' : text;
  }, 'as expected');
}
