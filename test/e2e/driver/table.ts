import { join, resolve } from 'node:path';
import { packNpm } from '../../../local/build';
import { compilePhone, phoneHandler } from '../../../local/phone';
import type { Stored } from '../../../local/sample/stored';
import { launchBrowser } from '../../browser';
import { type RunningStudio, startStudio } from '../../support/studio';
import type { StudioRole } from '../../../typings/documents/common';
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
  const people = documents.flatMap(personOf);
  const studio = await startStudio({ now, documents, people, fallback: phoneHandler(PHONE) });
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

const LABELS: Record<StudioRole, string> = { member: '老兵', squadLeader: '老班长', staff: '村工作人员' };

/** Members among the documents can be chosen on the table. */
function personOf({ collection, doc }: Stored) {
  if (collection !== 'members') return [];
  const { openid, name, studios } = doc;
  return [{ openid, name, label: studios[0] ? LABELS[studios[0].role] : '' }];
}
