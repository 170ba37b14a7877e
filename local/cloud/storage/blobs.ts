import { randomBytes } from 'node:crypto';
import { createReadStream, type ReadStream, mkdirSync, readdirSync } from 'node:fs';
import { open, readFile, rename, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { CloudError } from '../errors';
import { wipe } from '../store/wipe';
import { HEAD_BYTES } from './file-types';

export interface Blob {
  name: string;
  size: number;
  head: Buffer;
}

const NAME = /^[0-9a-f]{32}$/;

/** Contents on the disk under random names: no path of a user ever reaches the file system. */
export class Blobs {
  private readonly dir: string;

  constructor(dataDir: string) {
    this.dir = join(dataDir, 'storage');
    mkdirSync(this.dir, { recursive: true });
  }

  /** Takes a stream in as a whole or not at all; what is too large is read to its end unkept. */
  async receive(content: Readable, largest: number): Promise<Blob> {
    const name = randomBytes(16).toString('hex');
    const temporary = join(this.dir, `${name}.part`);
    const handle = await open(temporary, 'wx');
    try {
      const blob = await write(handle, content, largest);
      await handle.sync();
      await handle.close();
      await rename(temporary, join(this.dir, name));
      await this.syncFolder();
      return { name, ...blob };
    } catch (error) {
      await handle.close().catch(() => undefined);
      wipe(temporary);
      throw error;
    }
  }

  read(name: string): Promise<Buffer> {
    return readFile(join(this.dir, name));
  }

  stream(name: string, range: { start: number; end: number }): ReadStream {
    return createReadStream(join(this.dir, name), range);
  }

  /** What they held is overwritten first. */
  remove(names: string[]): void {
    for (const name of names) wipe(join(this.dir, name));
  }

  /** After a crash: contents that no file names, and those half received. */
  sweep(isKept: (name: string) => boolean): void {
    for (const name of readdirSync(this.dir)) {
      if (NAME.test(name) && isKept(name)) continue;
      wipe(join(this.dir, name));
    }
  }

  private async syncFolder(): Promise<void> {
    const folder = await open(this.dir, 'r');
    await folder.sync().finally(() => folder.close());
  }
}

async function write(handle: FileHandle, content: Readable, largest: number): Promise<Omit<Blob, 'name'>> {
  let size = 0;
  let head = Buffer.alloc(0);
  for await (const chunk of content as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largest) continue;
    if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk]).subarray(0, HEAD_BYTES);
    await handle.write(chunk);
  }
  if (size <= largest) return { size, head };
  throw new CloudError('STORAGE_FILE_TOO_LARGE', `the file has more than ${largest} bytes`);
}
