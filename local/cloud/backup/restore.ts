import { createReadStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { CloudError, invalid } from '../errors';
import { Catalog } from '../store/catalog';
import { readDeclaration } from '../store/declaration';
import { closeSqlite, openSqlite, type Sqlite } from '../store/sqlite';
import { LineReader } from './line-reader';

export interface RestoreOptions {
  dataDir: string;
  file: string;
  collectionsFile: string;
  /** What the folder holds is given up. */
  replace: boolean;
}

/** Fills a data folder from a backup: built beside, then put in place in one step, or nothing changes. Answers how many documents. */
export async function restore({ dataDir, file, collectionsFile, replace }: RestoreOptions): Promise<number> {
  if (!existsSync(file)) throw invalid(`there is no file ${file}`);
  mkdirSync(dataDir, { recursive: true });
  if (readdirSync(dataDir).length > 0 && !replace) {
    throw new CloudError('NOT_EMPTY', `the folder ${dataDir} is not empty: --replace gives up what it holds`);
  }
  // Also keeps a running cloud out, and leaves no log behind that would be applied to the new file.
  const old = openSqlite(dataDir);
  const building = join(dataDir, `restoring-${process.pid}`);
  try {
    const count = await build(building, file, collectionsFile);
    closeSqlite(old);
    renameSync(join(building, 'cloud.db'), join(dataDir, 'cloud.db'));
    return count;
  } catch (error) {
    if (old.open) closeSqlite(old);
    throw error;
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
}

async function build(folder: string, file: string, collectionsFile: string): Promise<number> {
  const sqlite = openSqlite(folder);
  try {
    const catalog = new Catalog(sqlite, readDeclaration(collectionsFile));
    sqlite.exec('BEGIN IMMEDIATE');
    const count = await readAll(file, sqlite, catalog);
    catalog.save();
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
