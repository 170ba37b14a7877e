import { createReadStream, existsSync, linkSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { CloudError, invalid } from '../errors';
import { Catalog } from '../store/catalog';
import { readDeclaration, survivorsOf } from '../store/declaration';
import { Meta } from '../store/meta';
import { closeSqlite, openSqlite, type Sqlite } from '../store/sqlite';
import { wipe } from '../store/wipe';
import { LineReader } from './line-reader';
import { keepSurvivors, type Survivor, survivorsFrom, survivorsIn } from './survivors';

export interface RestoreOptions {
  dataDir: string;
  file: string;
  collectionsFile: string;
  /** What the folder holds is given up, but for the collections that survive. */
  replace: boolean;
  /** A ledger from elsewhere, where the folder that held the newest is lost. */
  erasuresFile?: string;
}

/** In a restored folder, until what has to follow a restore has run. */
export const RESTORED = 'restored';

/** Fills a data folder from a backup: built beside, then put in place in one step, or nothing changes. Answers how many documents. */
export async function restore(options: RestoreOptions): Promise<number> {
  const { dataDir, file, collectionsFile, replace, erasuresFile } = options;
  for (const given of [file, erasuresFile]) {
    if (given !== undefined && !existsSync(given)) throw invalid(`there is no file ${given}`);
  }
  mkdirSync(dataDir, { recursive: true });
  if (readdirSync(dataDir).length > 0 && !replace) {
    throw new CloudError('NOT_EMPTY', `the folder ${dataDir} is not empty: --replace gives up what it holds`);
  }
  // Also keeps a running cloud out, and leaves no log behind that would be applied to the new file.
  const old = openSqlite(dataDir);
  const building = join(dataDir, `restoring-${process.pid}`);
  try {
    const names = survivorsOf(collectionsFile);
    const survivors = [
      ...survivorsIn(old, names),
      ...(erasuresFile === undefined ? [] : survivorsFrom(erasuresFile, names)),
    ];
    const count = await build(building, file, collectionsFile, survivors);
    closeSqlite(old);
    // Held by a second name, what the folder held can be overwritten once the new file is in place.
    linkSync(join(dataDir, 'cloud.db'), join(building, 'former.db'));
    renameSync(join(building, 'cloud.db'), join(dataDir, 'cloud.db'));
    return count;
  } catch (error) {
    if (old.open) closeSqlite(old);
    throw error;
  } finally {
    wipe(building);
  }
}

async function build(
  folder: string,
  file: string,
  collectionsFile: string,
  survivors: Survivor[],
): Promise<number> {
  const sqlite = openSqlite(folder);
  try {
    const catalog = new Catalog(sqlite, readDeclaration(collectionsFile));
    sqlite.exec('BEGIN IMMEDIATE');
    const count = await readAll(file, sqlite, catalog);
    keepSurvivors(catalog, survivors);
    catalog.save();
    new Meta(sqlite).put(RESTORED, true);
    sqlite.exec('COMMIT');
    return count;
  } finally {
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK');
    closeSqlite(sqlite);
  }
}

async function readAll(file: string, sqlite: Sqlite, catalog: Catalog): Promise<number> {
  const reader = new LineReader(sqlite, catalog);
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    number++;
    try {
      reader.take(line, number);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new CloudError('BAD_BACKUP', `${file}, line ${number}: ${reason}`);
    }
  }
  if (number === 0) throw new CloudError('BAD_BACKUP', `${file} is empty`);
  return reader.documents;
}
