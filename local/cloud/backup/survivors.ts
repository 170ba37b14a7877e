import { readFileSync } from 'node:fs';
import { CloudError, invalid } from '../errors';
import type { Catalog } from '../store/catalog';
import type { Stored } from '../store/collection';
import { Meta } from '../store/meta';
import type { Sqlite } from '../store/sqlite';
import { decode, parseJson } from '../values/ejson-read';
import { isRecord } from '../values/is-record';
import { isDoc } from '../values/value';

/** Documents that a restore may not lose, each as it is stored. */
export interface Survivor {
  collection: string;
  text: string;
}

/** What stands in a folder of the collections that survive a restore. */
export function survivorsIn(sqlite: Sqlite, names: string[]): Survivor[] {
  const catalog = new Meta(sqlite).get('catalog') as { collections: Record<string, Stored> } | undefined;
  return names.flatMap((collection) => {
    const table = catalog?.collections[collection]?.table;
    if (table === undefined) return [];
    const rows = sqlite.prepare(`SELECT doc FROM ${table} ORDER BY seq`).raw().all([]) as [string][];
    return rows.map(([text]) => ({ collection, text }));
  });
}

/** The same from a file: another backup, of which only these collections are read, or plain documents of the only one. */
export function survivorsFrom(file: string, names: string[]): Survivor[] {
  const lines = readFileSync(file, 'utf8').split(/\r?\n/);
  return lines.flatMap((line, at) => {
    if (line.trim() === '') return [];
    const read = readLine(line, `${file}, line ${at + 1}`);
    if ('doc' in read && typeof read['collection'] === 'string') {
      return names.includes(read['collection'])
        ? [{ collection: read['collection'], text: JSON.stringify(read['doc']) }]
        : [];
    }
    if (read['_id'] === undefined) return [];
    const [only, ...others] = names;
    if (only === undefined || others.length > 0)
      throw invalid(`${file} must say the collection of each line`);
    return [{ collection: only, text: line }];
  });
}

function readLine(line: string, place: string): Record<string, unknown> {
  try {
    const read = parseJson(line);
    if (isRecord(read)) return read;
  } catch {
    // Told below, with its place.
  }
  throw new CloudError('BAD_BACKUP', `${place}: this is no document`);
}

/** Adds those that are not there. */
export function keepSurvivors(catalog: Catalog, survivors: Survivor[]): void {
  const present = new Map<string, Set<string>>();
  const idsIn = (name: string) => {
    const known =
      present.get(name) ?? new Set([...catalog.get(name).everything()].map(({ text }) => idOf(text)));
    present.set(name, known);
    return known;
  };
  for (const { collection, text } of survivors) {
    const ids = idsIn(collection);
    if (ids.has(idOf(text))) continue;
    ids.add(idOf(text));
    const doc = decode(parseJson(text), 0);
    if (!isDoc(doc)) throw invalid('a document that survives must be an object');
    catalog.get(collection).insert(doc);
  }
}

const idOf = (text: string): string => JSON.stringify((parseJson(text) as { _id?: unknown })._id);
