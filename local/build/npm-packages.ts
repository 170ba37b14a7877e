import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { fillFolder, filesBelow } from './files';
import { ROOT } from './paths';
import { type Reference, referencesOf } from './references';

interface Manifest {
  miniprogram?: string;
  dependencies?: Record<string, string>;
}

/**
 * Fills `app`/miniprogram_npm as WeChat's 构建 npm does, but only with the files that the app reaches. A
 * test compares them with the official ones. Only packages made for mini-programs: plain ones lose their sub-paths in 构建 npm.
 */
export async function packNpm({ app = join(ROOT, 'miniprogram') } = {}): Promise<{
  files: number;
  bytes: number;
}> {
  const { dependencies = {} } = await manifestOf(ROOT);
  const packages = await Promise.all(Object.keys(dependencies).map(packageOf));
  const packed = new Map<string, Uint8Array>();
  for (const { file, reference } of await referencesOfApp(app)) {
    const path = reference.path.replace(/^\/?miniprogram_npm\//, '');
    const owner = packages.find(({ name }) => path === name || path.startsWith(`${name}/`));
    if (!owner) continue;
    const inner = path.slice(owner.name.length + 1);
    const entries = filesOf(owner, inner, reference.component);
    if (entries.length === 0) throw new Error(`${file} names ${path}, which ${owner.name} does not have.`);
    for (const entry of entries) await pack(owner, entry, packed);
  }
  await fillFolder(join(app, 'miniprogram_npm'), packed);
  return { files: packed.size, bytes: [...packed.values()].reduce((sum, { length }) => sum + length, 0) };
}

interface Package {
  name: string;
  folder: string;
}

async function packageOf(name: string): Promise<Package> {
  const root = join(ROOT, 'node_modules', name);
  const { miniprogram } = await manifestOf(root);
  if (!miniprogram) throw new Error(`${name} is no mini-program package: make it a development dependency.`);
  return { name, folder: join(root, miniprogram) };
}

async function manifestOf(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest;
}

async function referencesOfApp(app: string): Promise<{ file: string; reference: Reference }[]> {
  const files = (await filesBelow(app)).filter(
    (file) => !file.startsWith('miniprogram_npm/') && !file.endsWith('.d.ts'),
  );
  const all = await Promise.all(
    files.map(async (file) => {
      const references = referencesOf(file, await readFile(join(app, file), 'utf8'));
      return references.map((reference) => ({ file, reference }));
    }),
  );
  return all.flat();
}

/** Adds a file of the package and everything that it reaches. */
async function pack(owner: Package, file: string, packed: Map<string, Uint8Array>): Promise<void> {
  const target = `${owner.name}/${file}`;
  if (packed.has(target)) return;
  const content = await readFile(join(owner.folder, file));
  packed.set(target, content);
  for (const { path, component } of referencesOf(file, content.toString())) {
    const beside = posix.join(posix.dirname(file), path);
    for (const candidate of [beside, path, `miniprogram_npm/${path}`]) {
      const entries = filesOf(owner, candidate, component);
      for (const entry of entries) await pack(owner, entry, packed);
      if (entries.length > 0) break;
    }
  }
}

function filesOf({ folder }: Package, path: string, component: boolean): string[] {
  const isFile = (name: string) => existsSync(join(folder, name)) && statSync(join(folder, name)).isFile();
  if (component) return ['.js', '.json', '.wxml', '.wxss'].map((ending) => path + ending).filter(isFile);
  return [path, `${path}.js`, `${path}.wxss`, `${path}/index.js`].filter(isFile).slice(0, 1);
}
