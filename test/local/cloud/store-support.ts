import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IndexSpec } from '../../../local/cloud/plan/index-spec';
import type { Order } from '../../../local/cloud/plan/sorting';
import { parseQuery } from '../../../local/cloud/query/parse';
import { Catalog } from '../../../local/cloud/store/catalog';
import type { Collection } from '../../../local/cloud/store/collection';
import type { Trace } from '../../../local/cloud/store/documents';
import { closeSqlite, openSqlite, type Sqlite } from '../../../local/cloud/store/sqlite';
import type { Doc, Value } from '../../../local/cloud/values/value';

export interface TestStore {
  collection: Collection;
  ids: (query: object, order?: Order, limit?: number) => { ids: Value[]; trace: Trace };
  reopen: (indexes: IndexSpec[]) => TestStore;
  end: () => void;
}

export function index(name: string, ...fields: [string, 1 | -1][]): IndexSpec {
  return { name, fields, unique: false };
}

/** A store without a server around it, holding one collection. */
export function openStore(
  indexes: IndexSpec[],
  dir = mkdtempSync(join(tmpdir(), 'local-store-')),
): TestStore {
  const sqlite: Sqlite = openSqlite(dir);
  const collection = new Catalog(sqlite, new Map([['things', indexes]])).get('things');
  sqlite.exec('BEGIN');
  return {
    collection,
    ids: (query, order = [], limit = Infinity) => {
      const trace: Trace = { index: '', examined: 0, returned: 0 };
      const found = collection.find(parseQuery(query as Doc), trace, { order, limit });
      return { ids: found.map(({ doc }) => doc['_id'] ?? null), trace };
    },
    reopen: (next) => {
      sqlite.exec('COMMIT');
      closeSqlite(sqlite);
      return openStore(next, dir);
    },
    end: () => {
      sqlite.exec('COMMIT');
      closeSqlite(sqlite);
      rmSync(dir, { recursive: true });
    },
  };
}
