import type { Sqlite } from '../store/sqlite';
import { personKey } from './person-key';

/** A subscription message as its receiver's phone shows it. */
export interface Message {
  id: number;
  touser: string;
  templateId: string;
  page: string;
  data: Record<string, { value: string }>;
  at: number;
}

/** So long a message lies beside its receiver's phone; then nothing of what it said is kept. */
const KEPT = 7 * 86_400_000;

type Body = Omit<Message, 'id' | 'touser'>;

export class Outbox {
  private readonly statements;

  constructor(sqlite: Sqlite) {
    sqlite.exec('CREATE TABLE IF NOT EXISTS outbox (id INTEGER PRIMARY KEY, touser TEXT, body TEXT)');
    sqlite.exec('CREATE INDEX IF NOT EXISTS outbox_touser ON outbox (touser)');
    this.statements = {
      add: sqlite.prepare('INSERT INTO outbox (touser, body) VALUES (?, ?)'),
      list: sqlite.prepare('SELECT id, body FROM outbox WHERE touser = ? ORDER BY id').raw(),
      all: sqlite.prepare('SELECT id, body, touser FROM outbox ORDER BY id').raw(),
      expire: sqlite.prepare("DELETE FROM outbox WHERE json_extract(body, '$.at') < ?"),
      clear: sqlite.prepare('DELETE FROM outbox'),
    };
  }

  add({ touser, ...body }: Omit<Message, 'id'>): number {
    return Number(this.statements.add.run([personKey(touser), JSON.stringify(body)]).lastInsertRowid);
  }

  /** Of one person, or of all: then `touser` only tells them apart. */
  of(openid: string | null, now: number): Message[] {
    const rows =
      openid === null ? this.statements.all.all([]) : this.statements.list.all([personKey(openid)]);
    return (rows as [number, string, string | undefined][])
      .map(([id, body, key]) => ({ ...(JSON.parse(body) as Body), touser: openid ?? key ?? '', id }))
      .filter(({ at }) => at >= now - KEPT);
  }

  /** How many were too old to be kept. */
  expire(now: number): number {
    return this.statements.expire.run([now - KEPT]).changes;
  }

  clear(): void {
    this.statements.clear.run([]);
  }
}
