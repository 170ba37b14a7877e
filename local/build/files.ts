import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

/** Writes beside and renames, and only when something changed: a process that reads sees a whole file, old or new. */
export async function writeIfChanged(path: string, content: Uint8Array): Promise<void> {
  const present = await readFile(path).catch(() => null);
  if (present?.equals(content)) return;
  await mkdir(dirname(path), { recursive: true });
  const beside = `${path}.${randomUUID()}`;
  await writeFile(beside, content);
  await rename(beside, path);
}

export async function readJson<T>(path: string): Promise<T | null> {
  return readFile(path, 'utf8').then(
    (text) => JSON.parse(text) as T,
    () => null,
  );
}

export async function writeJson(path: string, value: unknown): Promise<void> {
  await writeIfChanged(path, Buffer.from(`${JSON.stringify(value, null, 2)}\n`));
}

/** All files below a folder, as paths relative to it with forward slashes; none when it is missing. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/** Makes a folder hold exactly these files. */
export async function fillFolder(folder: string, files: Map<string, Uint8Array>): Promise<void> {
  for (const [name, content] of files) await writeIfChanged(join(folder, name), content);
  for (const name of await filesBelow(folder)) {
    if (!files.has(name)) await rm(join(folder, name), { force: true });
  }
}

/** What tells that a file changed, without reading it; 'missing' is a state too. */
export async function fingerprint(path: string): Promise<string> {
  return stat(path).then(
    (found) => `${found.mtimeMs}:${found.size}`,
    () => 'missing',
  );
}
