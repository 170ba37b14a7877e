import { randomBytes } from 'node:crypto';
import type { Sqlite } from '../store/sqlite';

const KEPT_AFTER_EXPIRY = 86_400_000;

export type TicketKind = 'upload' | 'phone' | 'cloudID';

/** What one side hands out for a while and the other gives back: upload grants, phone codes, CloudIDs. */
export class Tickets {
  private readonly statements;

  constructor(sqlite: Sqlite) {
    sqlite.exec(
      'CREATE TABLE IF NOT EXISTS tickets (id TEXT PRIMARY KEY, kind TEXT, body TEXT, expires INTEGER)',
    );
    this.statements = {
      add: sqlite.prepare('INSERT INTO tickets VALUES (?, ?, ?, ?)'),
      get: sqlite.prepare('SELECT body, expires FROM tickets WHERE kind = ? AND id = ?').raw(),
      remove: sqlite.prepare('DELETE FROM tickets WHERE id = ?'),
      forget: sqlite.prepare('DELETE FROM tickets WHERE expires < ?'),
      clear: sqlite.prepare('DELETE FROM tickets'),
    };
  }

  /** Answers an id that cannot be guessed. */
  issue(kind: TicketKind, body: object, now: number, life: number): string {
    const id = randomBytes(32).toString('hex');
    this.expire(now);
    this.statements.add.run([id, kind, JSON.stringify(body), now + life]);
    return id;
  }

  /** An expired one is still known for a day, so that it can be named so. */
  find<T>(kind: TicketKind, id: string): { body: T; expires: number } | undefined {
    const row = this.statements.get.get([kind, id]) as [string, number] | undefined;
    return row && { body: JSON.parse(row[0]) as T, expires: row[1] };
  }

  /** How many were too old even to be named so. */
  expire(now: number): number {
    return this.statements.forget.run([now - KEPT_AFTER_EXPIRY]).changes;
  }

  remove(id: string): void {
    this.statements.remove.run([id]);
  }

  clear(): void {
    this.statements.clear.run([]);
  }
}
