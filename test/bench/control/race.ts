import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildFunctions } from '../../../local/build';
import { startCloud } from '../../../local/cloud';
import { local } from '../../support/local';
import { openidOf } from '../../support/makers';
import { atOnce } from '../race/at-once';
import { PLACES } from '../race/village';

export interface ControlResult {
  shifts: number;
  oversold: number;
  /** The most people on a duty of eight places. */
  most: number;
}

/** The same race on a function that counts and then inserts, once per shift, warm. */
export async function controlRace(people: string[], shifts: number): Promise<ControlResult> {
  const dataDir = mkdtempSync(join(tmpdir(), 'control-'));
  const functionsDir = join(dataDir, 'built/functions');
  await buildFunctions({ source: join(__dirname, 'functions'), outDir: functionsDir });
  const collectionsFile = join(__dirname, 'collections.json');
  const cloud = await startCloud({ port: 0, dataDir, functionsDir, collectionsFile });
  try {
    const phone = local(cloud.url);
    const signUp = (shiftId: string) => (person: string) =>
      phone.send<{ state: string }>(openidOf(person), 'signup.now', { shiftId });
    await atOnce(people.slice(0, 20), signUp('warm-up'));
    const placed: number[] = [];
    for (let nth = 0; nth < shifts; nth++) {
      const answers = await atOnce(people, signUp(`shift-${nth}`));
      placed.push(answers.filter((answer) => answer?.state === 'placed').length);
    }
    return {
      shifts,
      oversold: placed.filter((count) => count > PLACES).length,
      most: Math.max(...placed),
    };
  } finally {
    await cloud.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
