import { settings } from '../settings';
import { loadFiles, removeFile, saveFile } from './files/saved-files';

/**
 * The app's entries as texts. The browser writes its own storage at once, but it is 5 MB for all phones together;
 * what does not fit there lies in the browser's database, with a copy here because WeChat's calls do not wait.
 */
const beyond = new Map<string, string>();

const prefix = (): string => `${settings.phoneId}:${settings.openid}:`;
const shelf = (): string => `storage|${prefix()}`;

/** Brings back what lies in the database. */
export async function openStorageRoom(): Promise<void> {
  for (const [key, { bytes }] of await loadFiles(shelf()))
    beyond.set(key.slice(shelf().length), new TextDecoder().decode(bytes));
}

export const storedKeys = (): string[] => [
  ...Object.keys(localStorage)
    .filter((key) => key.startsWith(prefix()))
    .map((key) => key.slice(prefix().length)),
  ...beyond.keys(),
];

export const readEntry = (key: string): string | null =>
  beyond.get(key) ?? localStorage.getItem(prefix() + key);

export function writeEntry(key: string, text: string): void {
  dropEntry(key);
  try {
    localStorage.setItem(prefix() + key, text);
  } catch {
    beyond.set(key, text);
    saveFile(shelf() + key, { bytes: new TextEncoder().encode(text), at: 0 });
  }
}

export function dropEntry(key: string): void {
  localStorage.removeItem(prefix() + key);
  if (beyond.delete(key)) removeFile(shelf() + key);
}
