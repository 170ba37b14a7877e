import { findFile } from './file-store';

/** The bytes behind any path that an app may give: a file of its own, a picture of its package, an address. */
export async function readAny(path: string): Promise<Uint8Array<ArrayBuffer>> {
  if (path.startsWith('wxfile://')) {
    const file = findFile(path);
    if (!file) throw new Error(`no such file or directory, open "${path}"`);
    return file.bytes;
  }
  const address = /^(data:|blob:|https?:)/.test(path) ? path : `/app/${path.replace(/^\//, '')}`;
  const response = await fetch(address).catch(() => null);
  if (!response?.ok) throw new Error(`no such file or directory, open "${path}"`);
  return new Uint8Array(await response.arrayBuffer());
}
