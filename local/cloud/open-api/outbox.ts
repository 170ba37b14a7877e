import type { Sqlite } from '../store/sqlite';

/** A subscription message as its receiver's phone shows it. */
export interface Message {
  id: number;
  touser: string;
  templateId: string;
  page: string;
  data: Record<string, { value: string }>;
  at: number;
}

export class Outbox {
  private readonly statements;

  constructor(sqlite: Sqlite) {
    sqlite.exec('CREATE TABLE IF NOT EXISTS outbox (id INTEGER PRIMARY KEY, touser TEXT, body TEXT)');
    sqlite.exec('CREATE INDEX IF NOT EXISTS outbox_touser ON outbox (touser)');
    this.statements = {
      add: sqlite.prepare('INSERT INTO outbox (touser, body) VALUES (?, ?)'),
      list: sqlite.prepare('SELECT id, body FROM outbox WHERE touser = ? ORDER BY id').raw(),
      all: sqlite.prepare('SELECT id, body FROM outbox ORDER BY id').raw(),
      clear: sqlite.prepare('DELETE FROM outbox'),
    };
  }

  add(message: Omit<Message, 'id'>): number {
    return Number(this.statements.add.run([message.touser, JSON.stringify(message)]).lastInsertRowid);
  }

  of(openid: string | null): Message[] {
    const rows = openid === null ? this.statements.all.all([]) : this.statements.list.all([openid]);
    return (rows as [number, string][]).map(([id, body]) => ({ ...(JSON.parse(body) as Message), id }));
  }

  clear(): void {
    this.statements.clear.run([]);
  }
}
