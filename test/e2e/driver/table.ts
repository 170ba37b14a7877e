import { join, resolve } from 'node:path';
import { packNpm } from '../../../local/build';
import { compilePhone, phoneHandler } from '../../../local/phone';
import type { Stored } from '../../../local/sample/stored';
import { launchBrowser } from '../../browser';
import { type RunningStudio, startStudio } from '../../support/studio';
import { type Holding, SinglePhone } from './single-phone';
import { type Laid, Tabletop } from './tabletop';

const ROOT = resolve(__dirname, '../../..');
const PHONE = join(ROOT, 'dist/phone');

export interface Table {
  studio: RunningStudio;
  /** One phone alone. */
  open(holding: Holding): Promise<SinglePhone>;
  /** Two phones, the group chat and everything else. */
  lay(laid: Laid): Promise<Tabletop>;
  close(): Promise<void>;
}

/** The whole product on one table: cloud, built functions, phones in real Chromium, a clock that stands still. */
export async function layTable(now: number, documents: Stored[]): Promise<Table> {
  await packNpm();
  await compilePhone({ miniprogramDir: join(ROOT, 'miniprogram'), outDir: PHONE });
  const studio = await startStudio({ now, documents, fallback: phoneHandler(PHONE) });
  const browser = await launchBrowser();
  return {
    studio,
    open: (holding) => SinglePhone.open(browser, studio.url, holding),
    lay: (laid) => Tabletop.lay(browser, studio.url, laid),
    close: async () => {
      await browser.close();
      await studio.close();
    },
  };
}
