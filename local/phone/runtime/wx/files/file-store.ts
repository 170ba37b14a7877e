import { settings } from '../../settings';
import { loadFiles, removeFile, saveFile } from './saved-files';

export type StoredFile = { bytes: Uint8Array<ArrayBuffer>; type: string; at: number };

/** Where an app keeps files for good; everything else is temporary. */
export const USER_DATA_PATH = 'wxfile://usr';

/** The user's files of one mini-program may take 200 MB together (ability/file-system). */
const LIMIT = 200 * 1024 * 1024;

const TYPES: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  json: 'application/json',
  pdf: 'application/pdf',
};

const files = new Map<string, StoredFile>();
const folders = new Set<string>([USER_DATA_PATH]);
const urls = new Map<string, string>();
const owner = (): string => `${settings.phoneId}|${settings.openid}|`;

export const extensionOf = (path: string): string => /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
export const isSaved = (path: string): boolean => path.startsWith(`${USER_DATA_PATH}/`);
export const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

/** Brings back what this person's app wrote on this phone before. */
export async function openFileStore(): Promise<void> {
  for (const [key, { bytes, at }] of await loadFiles(owner())) {
    const path = key.slice(owner().length);
    if (path.endsWith('/')) folders.add(path.slice(0, -1));
    else files.set(path, { bytes, type: typeOf(path), at });
  }
}

const typeOf = (path: string): string => TYPES[extensionOf(path)] ?? 'application/octet-stream';

export const findFile = (path: string): StoredFile | undefined => files.get(path);
export const isFolder = (path: string): boolean => folders.has(path.replace(/\/$/, ''));

export function putFile(path: string, bytes: Uint8Array<ArrayBuffer>): void {
  if (isSaved(path)) {
    const others = [...files].filter(([name]) => isSaved(name) && name !== path);
    const size = others.reduce((sum, [, file]) => sum + file.bytes.length, bytes.length);
    if (size > LIMIT) throw new Error('the maximum size of the file storage limit is exceeded');
  }
  dropUrl(path);
  const at = Date.now();
  files.set(path, { bytes, type: typeOf(path), at });
  if (isSaved(path)) saveFile(owner() + path, { bytes, at });
}

export function dropFile(path: string): void {
  dropUrl(path);
  files.delete(path);
  if (isSaved(path)) removeFile(owner() + path);
}

export function addFolder(path: string): void {
  folders.add(path);
  saveFile(`${owner()}${path}/`, { bytes: new Uint8Array(), at: Date.now() });
}

export function dropFolder(path: string): void {
  folders.delete(path);
  removeFile(`${owner()}${path}/`);
}

/** The names directly inside a folder. */
export function namesIn(folder: string): string[] {
  return [...files.keys(), ...folders]
    .filter((path) => parentOf(path) === folder)
    .map((path) => path.slice(folder.length + 1))
    .sort();
}

/** A file that lives until the app ends. */
export function putTemporary(bytes: Uint8Array<ArrayBuffer>, extension: string): string {
  const path = `wxfile://tmp_${crypto.randomUUID().replaceAll('-', '')}${extension ? `.${extension}` : ''}`;
  putFile(path, bytes);
  return path;
}

export const bytesOf = async (blob: Blob): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await blob.arrayBuffer());

/** What was chosen, as a temporary file. */
export const keepBlob = async ({ name, blob }: { name: string; blob: Blob }): Promise<string> =>
  putTemporary(await bytesOf(blob), extensionOf(name));

/** An address that the browser can show, or null when there is no such file. */
export function fileUrl(path: string): string | null {
  const file = files.get(path);
  if (!file) return null;
  const url = urls.get(path) ?? URL.createObjectURL(new Blob([file.bytes], { type: file.type }));
  urls.set(path, url);
  return url;
}

function dropUrl(path: string): void {
  const url = urls.get(path);
  if (url) URL.revokeObjectURL(url);
  urls.delete(path);
}
