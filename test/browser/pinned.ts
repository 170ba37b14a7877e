import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';
import { dependencies } from './package.json';
import type { Candidate } from './launch';
import { withLock } from './lock';

type Extract = (folder: string) => NodeJS.WritableStream;

const PACKAGE = '@sparticuz/chromium';
const CACHE = resolve(__dirname, '../../.cache/browser');
const HOME = join(CACHE, `chromium-${dependencies[PACKAGE]}`);

/** The package's own file looks only where a cloud function would unpack it; without any font Chromium ends. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(HOME, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(HOME, 'fonts-cache')}</cachedir>
</fontconfig>
`;

/** The one Chromium that npm ships; null where it does not run. */
export async function pinnedBrowser(): Promise<Candidate | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  if (!existsSync(HOME)) await withLock(join(CACHE, 'lock'), () => unpackOnce());
  return {
    name: `${PACKAGE} ${dependencies[PACKAGE]}`,
    executablePath: join(HOME, 'chromium'),
    env: {
      LD_LIBRARY_PATH: [join(HOME, 'lib'), HOME, process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
      FONTCONFIG_PATH: HOME,
    },
  };
}

async function unpackOnce(): Promise<void> {
  if (existsSync(HOME)) return;
  const bin = join(__dirname, 'node_modules', PACKAGE, 'bin');
  if (!existsSync(bin)) await fetchPackage();
  const { extract } = createRequire(join(__dirname, 'package.json'))('tar-fs') as { extract: Extract };

  const fresh = `${HOME}.${process.pid}`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true });
  await inflate(join(bin, 'chromium.br'), createWriteStream(join(fresh, 'chromium')));
  await chmod(join(fresh, 'chromium'), 0o755);
  for (const archive of ['al2023', 'fonts', 'swiftshader']) {
    await inflate(join(bin, `${archive}.tar.br`), extract(fresh));
  }
  await writeFile(join(fresh, 'fonts.conf'), FONTS);
  await rename(fresh, HOME);
}

async function inflate(path: string, target: NodeJS.WritableStream): Promise<void> {
  const finished = once(target, 'finish');
  await pipeline(createReadStream(path), createBrotliDecompress(), target);
  await finished;
}

async function fetchPackage(): Promise<void> {
  process.stderr.write(`No Chrome found: fetching ${PACKAGE} ${dependencies[PACKAGE]} (68 MB) once.\n`);
  await promisify(execFile)('npm', ['ci', '--prefix', __dirname], { cwd: __dirname, timeout: 600_000 });
}
