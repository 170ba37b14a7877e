import { randomBytes } from 'node:crypto';
import type { Sqlite } from '../store/sqlite';

export interface StoredFile {
  path: string;
  /** Where the content lies. */
  blob: string;
  /** Stays the same when the file is overwritten; part of its temporary addresses. */
  key: string;
  size: number;
  type: string;
  /** The key of who uploaded it from a phone; null for a function's. */
  owner: string | null;
  at: number;
}

type Row = [string, string, string, number, string, string | null, number];

/** What is known of each file; the contents are `Blobs`. */
export class Files {
  private readonly statements;

  constructor(sqlite: Sqlite) {
    sqlite.exec(
      'CREATE TABLE IF NOT EXISTS files (path TEXT PRIMARY KEY, blob TEXT, key TEXT UNIQUE, size INTEGER, type TEXT, owner TEXT, at INTEGER)',
    );
    const columns = 'path, blob, key, size, type, owner, at';
    this.statements = {
      byPath: sqlite.prepare(`SELECT ${columns} FROM files WHERE path = ?`).raw(),
      byKey: sqlite.prepare(`SELECT ${columns} FROM files WHERE key = ?`).raw(),
      all: sqlite.prepare(`SELECT ${columns} FROM files ORDER BY path`).raw(),
      put: sqlite.prepare(
        `INSERT INTO files (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (path) DO UPDATE SET blob = excluded.blob, size = excluded.size, type = excluded.type,
         owner = excluded.owner, at = excluded.at`,
      ),
      remove: sqlite.prepare('DELETE FROM files WHERE path = ?'),
      clear: sqlite.prepare('DELETE FROM files'),
    };
  }

  at(path: string): StoredFile | undefined {
    return fileOf(this.statements.byPath.get([path]) as Row | undefined);
  }

  withKey(key: string): StoredFile | undefined {
    return fileOf(this.statements.byKey.get([key]) as Row | undefined);
  }

  all(): StoredFile[] {
    return (this.statements.all.all([]) as Row[]).flatMap((row) => fileOf(row) ?? []);
  }

  put({ path, blob, size, type, owner, at }: Omit<StoredFile, 'key'>): void {
    this.statements.put.run([path, blob, randomBytes(16).toString('hex'), size, type, owner, at]);
  }

  remove(path: string): void {
    this.statements.remove.run([path]);
  }

  clear(): void {
    this.statements.clear.run([]);
  }
}

function fileOf(row: Row | undefined): StoredFile | undefined {
  if (row === undefined) return undefined;
  const [path, blob, key, size, type, owner, at] = row;
  return { path, blob, key, size, type, owner, at };
}
