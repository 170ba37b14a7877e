import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildFunctions } from '../../../local/build';
import { filesBelow } from '../../../local/build/files';
import { FUNCTIONS_DIR } from '../../support/studio';
import { type Section, rounded } from '../section';

export const sizes: Section = {
  title: 'What is uploaded, in kB per function',
  async run() {
    const { functions } = await buildFunctions();
    const measured = functions.map(async (name) => [name, await sizeOf(join(FUNCTIONS_DIR, name))] as const);
    return Object.fromEntries(await Promise.all(measured));
  },
};

async function sizeOf(folder: string) {
  const files = await filesBelow(folder);
  const sized = await Promise.all(
    files.map(async (file) => ({ file, bytes: (await stat(join(folder, file))).size })),
  );
  const sum = (some: typeof sized) => some.reduce((total, { bytes }) => total + bytes, 0) / 1000;
  const own = sized.filter(({ file }) => !file.startsWith('vendor/'));
  const contents = await Promise.all(files.map((file) => readFile(join(folder, file))));
  return {
    own: rounded(sum(own), 1),
    sdk: rounded(sum(sized) - sum(own), 1),
    gzipped: rounded(gzipSync(Buffer.concat(contents)).length / 1000, 1),
  };
}
