import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';
import { withLock } from './lock';

type Extract = (folder: string) => NodeJS.WritableStream;

const PACKAGE = '@sparticuz/chromium';

/**
 * Fetches the pinned browser and unpacks it into `home`, once. A process of its own: a test runner remembers
 * which folders of packages were there when it started, and would not find what has just been fetched.
 */
async function unpackOnce(home: string): Promise<void> {
  if (existsSync(home)) return;
  const bin = join(__dirname, 'node_modules', PACKAGE, 'bin');
  if (!existsSync(bin)) await fetchPackage();
  const { extract } = createRequire(join(__dirname, 'package.json'))('tar-fs') as { extract: Extract };

  const fresh = `${home}.${process.pid}`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true });
  await inflate(join(bin, 'chromium.br'), createWriteStream(join(fresh, 'chromium')));
  await chmod(join(fresh, 'chromium'), 0o755);
  for (const archive of ['al2023', 'fonts', 'swiftshader']) {
    await inflate(join(bin, `${archive}.tar.br`), extract(fresh));
  }
  await writeFile(join(fresh, 'fonts.conf'), fontsOf(home));
  await rename(fresh, home);
}

/** The package looks for fonts only where a Lambda has them; with none at all a page that needs one crashes. */
const fontsOf = (home: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${home}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${home}/fonts-cache</cachedir>
</fontconfig>
`;

async function inflate(path: string, target: NodeJS.WritableStream): Promise<void> {
  const finished = once(target, 'finish');
  await pipeline(createReadStream(path), createBrotliDecompress(), target);
  await finished;
}

async function fetchPackage(): Promise<void> {
  await promisify(execFile)('npm', ['ci', '--prefix', __dirname], { cwd: __dirname, timeout: 600_000 });
}

async function main(home = ''): Promise<void> {
  await withLock(`${home}.lock`, () => unpackOnce(home));
}

main(process.argv[2]).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
