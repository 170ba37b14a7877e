import type { Sqlite } from '../../store/sqlite';

export interface MediaCheck {
  trace: string;
  url: string;
  /** Whose content it is. */
  openid: string;
}

/** Checks whose finding was not pushed yet. */
export class MediaChecks {
  private readonly statements;

  constructor(sqlite: Sqlite) {
    sqlite.exec('CREATE TABLE IF NOT EXISTS media_checks (trace TEXT PRIMARY KEY, url TEXT, openid TEXT)');
    this.statements = {
      add: sqlite.prepare('INSERT INTO media_checks VALUES (?, ?, ?)'),
      all: sqlite.prepare('SELECT trace, url, openid FROM media_checks ORDER BY rowid').raw(),
      remove: sqlite.prepare('DELETE FROM media_checks WHERE trace = ?'),
      clear: sqlite.prepare('DELETE FROM media_checks'),
    };
  }

  add({ trace, url, openid }: MediaCheck): void {
    this.statements.add.run([trace, url, openid]);
  }

  all(): MediaCheck[] {
    const rows = this.statements.all.all([]) as [string, string, string][];
    return rows.map(([trace, url, openid]) => ({ trace, url, openid }));
  }

  /** True for who removed it. */
  take(trace: string): boolean {
    return this.statements.remove.run([trace]).changes > 0;
  }

  clear(): void {
    this.statements.clear.run([]);
  }
}
