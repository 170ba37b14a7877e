import type { Sqlite } from './sqlite';

/** Small named records beside the documents. */
export class Meta {
  private readonly statements;

  constructor(sqlite: Sqlite) {
    this.statements = {
      get: sqlite.prepare('SELECT body FROM meta WHERE name = ?'),
      put: sqlite.prepare(
        'INSERT INTO meta VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET body = excluded.body',
      ),
    };
  }

  get(name: string): unknown {
    const row = this.statements.get.get([name]) as { body: string } | undefined;
    return row && (JSON.parse(row.body) as unknown);
  }

  put(name: string, body: unknown): void {
    this.statements.put.run([name, JSON.stringify(body)]);
  }
}
