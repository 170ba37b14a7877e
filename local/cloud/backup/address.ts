import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the cloud that uses a data folder can be reached, for commands beside it. */
function fileOf(dataDir: string): string {
  return join(dataDir, 'running.url');
}

export function announce(dataDir: string, url: string): void {
  writeFileSync(fileOf(dataDir), url);
}

export function withdraw(dataDir: string): void {
  rmSync(fileOf(dataDir), { force: true });
}

export function addressOf(dataDir: string): string | undefined {
  try {
    return readFileSync(fileOf(dataDir), 'utf8');
  } catch {
    return undefined;
  }
}
