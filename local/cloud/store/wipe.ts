import { closeSync, fsyncSync, lstatSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const ZEROS = Buffer.alloc(1024 * 1024);

/** Removes a file, or a folder with all that is in it, after overwriting what they held. */
export function wipe(path: string): void {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory()) for (const name of readdirSync(path)) wipe(join(path, name));
  if (found?.isFile()) overwrite(path, found.size);
  rmSync(path, { recursive: true, force: true });
}

function overwrite(file: string, size: number): void {
  const handle = openSync(file, 'r+');
  try {
    for (let at = 0; at < size; at += ZEROS.length) {
      writeSync(handle, ZEROS, 0, Math.min(ZEROS.length, size - at), at);
    }
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
