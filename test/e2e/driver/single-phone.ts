import type { Browser } from 'playwright-core';
import { openidOf } from '../../support/makers';
import { Phone } from './phone';
import { watchTraffic } from './quiet';

/** 一部手机：谁拿着，打开哪一页，字多大。 */
export interface Holding {
  who: string;
  path?: string;
  /** WeChat's font step; with `elder` together the largest type. */
  fontScale?: number;
  elder?: boolean;
}

const SIZE = { width: 375, height: 812 };
export const PATIENCE = 15_000;

/** A phone without the table around it, in a browser of its own: fast, and the picture is the screen. */
export class SinglePhone extends Phone {
  private address = '';

  static async open(browser: Browser, url: string, holding: Holding): Promise<SinglePhone> {
    const { who, path = '/pages/home/index', fontScale = 1, elder = false } = holding;
    const context = await browser.newContext({ viewport: SIZE, hasTouch: true, locale: 'zh-CN' });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    const phone = new SinglePhone(page, page.mainFrame(), watchTraffic(page));
    const query = new URLSearchParams({ as: openidOf(who), fontScale: String(fontScale) });
    phone.address = `${url}/phone.html?${query}`;
    await page.goto(`${phone.address}&path=${encodeURIComponent(path)}`);
    if (elder) await phone.turnElder(path);
    return phone;
  }

  /** The app is gone from memory; what it stored stays. */
  kill = async (): Promise<void> => void (await this.page.goto('about:blank'));

  /** From the list of mini-programs: it starts at its first page. */
  reopen = async (): Promise<void> => void (await this.page.goto(this.address));

  async close(): Promise<void> {
    await this.keptLimits();
    await this.page.context().close();
  }

  /** 长辈版 is switched on the whiteboard, as a person would. */
  private async turnElder(path: string): Promise<void> {
    if (!path.startsWith('/pages/duty/')) {
      throw new Error('长辈版 is switched on the whiteboard: open that first');
    }
    await this.tapRole('switch', '长辈版');
    await this.frame.getByText('✓ 长辈版').filter({ visible: true }).first().waitFor();
  }
}
