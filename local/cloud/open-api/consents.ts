import type { Sqlite } from '../store/sqlite';
import { personKey } from './person-key';

export interface Consent {
  templateId: string;
  count: number;
}

/** One consent lets one message of its template through. */
export class Consents {
  private readonly statements;

  constructor(sqlite: Sqlite) {
    sqlite.exec(
      'CREATE TABLE IF NOT EXISTS consents (openid TEXT, template TEXT, count INTEGER, PRIMARY KEY (openid, template))',
    );
    this.statements = {
      add: sqlite.prepare(
        'INSERT INTO consents VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count',
      ),
      use: sqlite.prepare(
        'UPDATE consents SET count = count - 1 WHERE openid = ? AND template = ? AND count > 0',
      ),
      list: sqlite.prepare('SELECT template, count FROM consents WHERE openid = ? ORDER BY template').raw(),
      clear: sqlite.prepare('DELETE FROM consents'),
    };
  }

  add(openid: string, templateId: string, count: number): void {
    this.statements.add.run([personKey(openid), templateId, count]);
  }

  use(openid: string, templateId: string): boolean {
    return this.statements.use.run([personKey(openid), templateId]).changes > 0;
  }

  of(openid: string): Consent[] {
    const rows = this.statements.list.all([personKey(openid)]) as [string, number][];
    return rows.map(([templateId, count]) => ({ templateId, count }));
  }

  clear(): void {
    this.statements.clear.run([]);
  }
}
