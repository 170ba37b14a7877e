import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { fingerprint, readJson, writeJson } from './files';

type Fingerprints = Record<string, string>;

/** Remembers the state of everything that a piece of work read and wrote, so that a repeat can be skipped. */
export function stampOf(folder: string, work: string, target: string) {
  const key = createHash('sha256').update(`${work}\0${target}`).digest('hex').slice(0, 16);
  const path = join(folder, `${work}-${key}.json`);
  return {
    async isFresh(): Promise<boolean> {
      const past = await readJson<Fingerprints>(path);
      if (!past) return false;
      const now = await take(Object.keys(past));
      return Object.entries(past).every(([file, print]) => now[file] === print);
    },
    async set(files: string[]): Promise<void> {
      await writeJson(path, await take(files));
    },
  };
}

async function take(files: string[]): Promise<Fingerprints> {
  const prints = await Promise.all(files.map(async (file) => [file, await fingerprint(file)] as const));
  return Object.fromEntries(prints);
}
