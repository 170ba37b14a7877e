import { wxCall } from './call';
import { dropEntry, readEntry, storedKeys, writeEntry } from './storage-room';

/** WeChat's limits: 1 MB a key, 10 MB in all. */
const KEY_LIMIT = 1024 * 1024;
const TOTAL_LIMIT = 10 * 1024 * 1024;

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

const size = (): number => storedKeys().reduce((sum, key) => sum + bytesOf(readEntry(key) ?? ''), 0);

function set(key: string, data: unknown): void {
  if (typeof key !== 'string' || key === '') throw new Error('key must be a non-empty string');
  const text = JSON.stringify({ data });
  const bytes = bytesOf(text);
  if (bytes > KEY_LIMIT) throw new Error('setStorage:fail:entry size limit reached');
  if (size() - bytesOf(readEntry(key) ?? '') + bytes > TOTAL_LIMIT)
    throw new Error('setStorage:fail:data size limit reached');
  writeEntry(key, text);
}

function get(key: string): unknown {
  const text = readEntry(key);
  return text === null ? undefined : (JSON.parse(text) as { data: unknown }).data;
}

const clear = (): void => storedKeys().forEach(dropEntry);
const info = () => ({
  keys: storedKeys(),
  currentSize: Math.ceil(size() / 1024),
  limitSize: TOTAL_LIMIT / 1024,
});

export const storage = {
  setStorageSync: set,
  getStorageSync: (key: string): unknown => get(key) ?? '',
  removeStorageSync: dropEntry,
  clearStorageSync: clear,
  getStorageInfoSync: info,
  setStorage: wxCall('setStorage', ({ key, data }: { key: string; data: unknown }) => set(key, data)),
  getStorage: wxCall('getStorage', ({ key }: { key: string }) => {
    const data = get(key);
    if (data === undefined) throw new Error('data not found');
    return { data };
  }),
  removeStorage: wxCall('removeStorage', ({ key }: { key: string }) => dropEntry(key)),
  clearStorage: wxCall('clearStorage', clear),
  getStorageInfo: wxCall('getStorageInfo', info),
};
