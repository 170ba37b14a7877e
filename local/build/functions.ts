import { existsSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { bundleFunction } from './bundle';
import { fillFolder, filesBelow, writeIfChanged } from './files';
import { DIST_FUNCTIONS, ROOT } from './paths';
import { stampOf } from './stamp';
import { VENDORS, vendorBundle, withNeeds } from './vendor';

export interface FunctionsBuilt {
  /** Names of all functions, built now or before. */
  functions: string[];
  /** Those that were built now because something changed. */
  rebuilt: string[];
}

/** Bundles each folder of `source` that has an index.ts into `outDir`/<name>, ready to upload. */
export async function buildFunctions({
  outDir = DIST_FUNCTIONS,
  source = join(ROOT, 'cloudfunctions'),
} = {}): Promise<FunctionsBuilt> {
  const functions = await functionNames(source);
  const rebuilt: string[] = [];
  for (const name of functions) {
    if (await buildFunction(join(source, name), join(outDir, name), name)) rebuilt.push(name);
  }
  await removeOthers(outDir, functions);

  for (const name of ['collections.json', 'console.json']) {
    const declared = join(source, name);
    if (existsSync(declared)) await writeIfChanged(join(dirname(outDir), name), await readFile(declared));
  }
  return { functions, rebuilt };
}

async function functionNames(source: string): Promise<string[]> {
  const entries = await readdir(source, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && existsSync(join(source, entry.name, 'index.ts')))
    .map((entry) => entry.name)
    .sort();
}

async function buildFunction(source: string, target: string, name: string): Promise<boolean> {
  const stamp = stampOf(join(dirname(target), '../.stamps'), `function-${name}`, target);
  if (await stamp.isFresh()) return false;

  const { files, inputs, vendors } = await bundleFunction(join(source, 'index.ts'));
  for (const vendor of withNeeds(vendors)) {
    files.set(`vendor/${VENDORS[vendor]?.file}`, await vendorBundle(vendor));
  }
  files.set('package.json', json({ name, version: '1.0.0', private: true, main: 'index.js' }));
  const config = join(source, 'config.json');
  if (existsSync(config)) files.set('config.json', await readFile(config));
  await fillFolder(target, files);

  const builders = (await filesBelow(__dirname)).map((file) => join(__dirname, file));
  const outputs = [...files.keys()].map((file) => join(target, file));
  await stamp.set([...inputs, config, join(ROOT, 'package-lock.json'), ...builders, ...outputs]);
  return true;
}

async function removeOthers(outDir: string, functions: string[]): Promise<void> {
  for (const name of await readdir(outDir).catch(() => [])) {
    if (functions.includes(name) || !existsSync(join(outDir, name, 'index.js'))) continue;
    await rm(join(outDir, name), { recursive: true, force: true });
  }
}

function json(value: unknown): Uint8Array {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}
