import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { dependencies } from './package.json';
import type { Candidate } from './launch';

const PACKAGE = '@sparticuz/chromium';
const ROOT = resolve(__dirname, '../..');
const HOME = join(ROOT, '.cache/browser', `chromium-${dependencies[PACKAGE]}`);

/** The one Chromium that npm ships; null where it does not run. */
export async function pinnedBrowser(): Promise<Candidate | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  if (!existsSync(HOME)) await unpack();
  return {
    name: `${PACKAGE} ${dependencies[PACKAGE]}`,
    executablePath: join(HOME, 'chromium'),
    env: {
      LD_LIBRARY_PATH: [join(HOME, 'lib'), HOME, process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
      FONTCONFIG_PATH: HOME,
    },
  };
}

async function unpack(): Promise<void> {
  process.stderr.write(`No Chrome found: fetching ${PACKAGE} ${dependencies[PACKAGE]} (68 MB) once.\n`);
  const script = join(__dirname, 'unpack.ts');
  await promisify(execFile)(process.execPath, ['--import', 'tsx', script, HOME], { cwd: ROOT });
}
