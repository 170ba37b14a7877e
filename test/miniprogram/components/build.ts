import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { packNpm } from '../../../local/build';
import { BUILT, ROOT } from './built';

export default async function build(): Promise<void> {
  await rm(BUILT, { recursive: true, force: true });
  await mkdir(BUILT, { recursive: true });
  const packages = join(ROOT, 'miniprogram/miniprogram_npm');
  await cp(join(ROOT, 'miniprogram'), BUILT, { recursive: true, filter: (path) => path !== packages });
  await packNpm({ app: BUILT });
  const files = await readdir(BUILT, { recursive: true, withFileTypes: true });
  await Promise.all(
    files.filter((file) => file.isFile()).map(({ parentPath, name }) => convert(join(parentPath, name))),
  );
}

async function convert(file: string): Promise<void> {
  if (/\.(ts|js)$/.test(file)) {
    const source = await readFile(file, 'utf8');
    const loader = file.endsWith('.ts') ? 'ts' : 'js';
    const { code } = await transform(source, { format: 'cjs', target: 'es2022', loader });
    await writeFile(file.replace(/\.ts$/, '.js'), code);
  }
  if (file.endsWith('.json')) {
    const source = await readFile(file, 'utf8');
    await writeFile(
      file,
      source.replaceAll('"tdesign-miniprogram/', '"/miniprogram_npm/tdesign-miniprogram/'),
    );
  }
}
