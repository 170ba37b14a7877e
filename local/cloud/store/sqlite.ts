import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { CloudError } from '../errors';

export type Sqlite = InstanceType<typeof Database>;

/** Only a clean end takes the log away. */
export const endedUncleanly = (dataDir: string): boolean => existsSync(join(dataDir, 'cloud.db-wal'));

/** SQLite's own exclusive lock keeps a second process out and ends with this one, however it ends. */
export function openSqlite(dataDir: string): Sqlite {
  try {
    mkdirSync(dataDir, { recursive: true });
    const sqlite = new Database(join(dataDir, 'cloud.db'));
    sqlite.pragma('locking_mode = EXCLUSIVE');
    sqlite.pragma('journal_mode = WAL');
    sqlite.pragma('synchronous = FULL');
    sqlite.pragma('wal_autocheckpoint = 4000');
    sqlite.pragma('cache_size = -65536');
    sqlite.pragma('secure_delete = ON');
    sqlite.exec('BEGIN IMMEDIATE');
    sqlite.exec('CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, body TEXT NOT NULL)');
    sqlite.exec('COMMIT');
    return sqlite;
  } catch (error) {
    throw new CloudError('CANNOT_OPEN', sentence(dataDir, error));
  }
}

/** Leaving WAL and the exclusive mode lets go of the lock at once, not when the garbage is collected. */
export function closeSqlite(sqlite: Sqlite): void {
  sqlite.pragma('journal_mode = DELETE');
  sqlite.pragma('locking_mode = NORMAL');
  sqlite.prepare('SELECT count(*) FROM meta').all([]);
  sqlite.close();
}

function sentence(dataDir: string, error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  if (/database is locked|SQLITE_BUSY/.test(reason))
    return `the data folder ${dataDir} is in use by another local cloud`;
  if (/unable to open|EACCES|EPERM/i.test(reason))
    return `the data folder ${dataDir} cannot be read or written`;
  return `the data folder ${dataDir} cannot be used: ${reason}`;
}
