import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Meta } from '../store/meta';
import type { Sqlite } from '../store/sqlite';
import type { StoredFile } from './files';

export const FILES_PATH = '/storage/file/';

/** Addresses of files that cannot be guessed and end at a time. */
export class TemporaryAddresses {
  private readonly secret: Buffer;

  constructor(sqlite: Sqlite) {
    const meta = new Meta(sqlite);
    const known = meta.get('storageSecret');
    const secret = typeof known === 'string' ? known : randomBytes(32).toString('hex');
    if (known === undefined) meta.put('storageSecret', secret);
    this.secret = Buffer.from(secret, 'hex');
  }

  /** Not percent-encoded: the SDKs do that themselves. The name at its end is only for the reader. */
  make({ key, path }: StoredFile, expires: number): string {
    const name = (path.split('/').at(-1) ?? '').replace(/[?#%\\]/g, '_');
    return `${FILES_PATH}${key}/${expires}-${this.sign(key, expires)}/${name}`;
  }

  /** The key of the file and its end, undefined for an address that this cloud did not make. */
  read(pathname: string): { key: string; expires: number } | undefined {
    const found = /^([0-9a-f]{32})\/(\d{1,16})-([0-9a-f]{64})\//.exec(pathname.slice(FILES_PATH.length));
    if (!pathname.startsWith(FILES_PATH) || !found) return undefined;
    const [, key = '', expires = '', signature = ''] = found;
    const expected = Buffer.from(this.sign(key, Number(expires)));
    return timingSafeEqual(expected, Buffer.from(signature)) ? { key, expires: Number(expires) } : undefined;
  }

  private sign(key: string, expires: number): string {
    return createHmac('sha256', this.secret).update(`${key}:${expires}`).digest('hex');
  }
}
