import { reportError } from '../../error-log';

type Saved = { bytes: Uint8Array<ArrayBuffer>; at: number };

const DATABASE = 'phone-files';
const STORE = 'files';

let opened: Promise<IDBDatabase> | null = null;

/** The browser keeps the files; the app's synchronous calls work on the copy in memory. */
function database(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error(`the browser keeps no files: ${request.error?.message ?? ''}`));
  });
  return opened;
}

export async function loadFiles(prefix: string): Promise<[string, Saved][]> {
  const store = (await database()).transaction(STORE).objectStore(STORE);
  const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
  const [keys, values] = [store.getAllKeys(range), store.getAll(range)];
  await new Promise((resolve, reject) => {
    store.transaction.oncomplete = resolve;
    store.transaction.onerror = reject;
  });
  return keys.result.map((key, index) => [key as string, values.result[index] as Saved]);
}

const change = (work: (store: IDBObjectStore) => void): void => {
  database()
    .then((db) => work(db.transaction(STORE, 'readwrite').objectStore(STORE)))
    .catch((error: unknown) => reportError(error, 'files of the phone'));
};

export const saveFile = (key: string, file: Saved): void => change((store) => store.put(file, key));
export const removeFile = (key: string): void => change((store) => store.delete(key));
