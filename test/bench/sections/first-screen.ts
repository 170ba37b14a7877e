import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '../../browser';
import { type Started, startRunning } from '../../local/start/started';
import { type Section, rounded } from '../section';

/** What the first screen shows once its data have come. */
const DUTY = /平安巡逻|夜间巡逻|垃圾分类|河道清理|矛盾调解|疫情防控/;

export const firstScreen: Section = {
  title: 'npm start, until the first screen can be used, in s',
  async run() {
    const data = mkdtempSync(join(tmpdir(), 'first-screen-'));
    const browser = await launchBrowser();
    try {
      const fresh = await screenOf(browser, data);
      const again = await screenOf(browser, data);
      return { 'empty data folder': fresh, 'second start': again };
    } finally {
      await browser.close();
      rmSync(data, { recursive: true, force: true });
    }
  },
};

type Browser = Awaited<ReturnType<typeof launchBrowser>>;

async function screenOf(browser: Browser, data: string) {
  const began = performance.now();
  const since = () => rounded((performance.now() - began) / 1000, 1);
  const started: Started = await startRunning('--data', data);
  const address = since();
  const page = await browser.newPage();
  try {
    await page.goto(`${started.url}/`);
    await page
      .frameLocator('iframe[title="左手机"]')
      .getByText(DUTY)
      .filter({ visible: true })
      .first()
      .waitFor();
    return { address, screen: since() };
  } finally {
    await page.close();
    await started.stop();
  }
}
