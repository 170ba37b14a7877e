import { createHash } from 'node:crypto';
import type { Sqlite } from '../../store/sqlite';
import { codeAt, type MiniProgramCode } from './code-text';

export interface MadeCode extends MiniProgramCode {
  id: string;
  /** When it was first made. */
  at: number;
}

type Row = [id: string, path: string, at: number];

/** The mini-program codes made so far; the same content is the same code. */
export class Codes {
  private readonly statements;

  constructor(sqlite: Sqlite) {
    sqlite.exec('CREATE TABLE IF NOT EXISTS codes (id TEXT PRIMARY KEY, path TEXT, at INTEGER)');
    this.statements = {
      add: sqlite.prepare('INSERT INTO codes VALUES (?, ?, ?) ON CONFLICT DO NOTHING'),
      all: sqlite.prepare('SELECT id, path, at FROM codes ORDER BY at, id').raw(),
      get: sqlite.prepare('SELECT id, path, at FROM codes WHERE id = ?').raw(),
      clear: sqlite.prepare('DELETE FROM codes'),
    };
  }

  add(path: string, now: number): void {
    const id = createHash('sha256').update(path).digest('hex').slice(0, 32);
    this.statements.add.run([id, path, now]);
  }

  all(): MadeCode[] {
    return (this.statements.all.all([]) as Row[]).map(codeOf);
  }

  find(id: string): MadeCode | undefined {
    const row = this.statements.get.get([id]) as Row | undefined;
    return row && codeOf(row);
  }

  clear(): void {
    this.statements.clear.run([]);
  }
}

function codeOf([id, path, at]: Row): MadeCode {
  return { id, at, ...codeAt(path) };
}
