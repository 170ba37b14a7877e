import { randomBytes } from 'node:crypto';
import type { Sqlite } from '../../store/sqlite';

const LIFE = 24 * 3_600_000;

/** 0 people are joining, 1 it has begun. That it is over (2) is told by the time alone. */
export type SetState = 0 | 1;

export interface Activity {
  state: SetState;
  /** As the mini-program wrote them; null before it did. */
  members: string | null;
  limit: string | null;
  path: string | null;
  versionType: string | null;
  createdAt: number;
  changedAt: number;
}

/**
 * The live lines of dynamic messages.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/share/updatable-message
 */
export class Activities {
  private readonly statements;

  constructor(sqlite: Sqlite) {
    sqlite.exec('CREATE TABLE IF NOT EXISTS activities (id TEXT PRIMARY KEY, body TEXT)');
    this.statements = {
      get: sqlite.prepare('SELECT body FROM activities WHERE id = ?').raw(),
      put: sqlite.prepare(
        'INSERT INTO activities VALUES (?, ?) ON CONFLICT DO UPDATE SET body = excluded.body',
      ),
      clear: sqlite.prepare('DELETE FROM activities'),
    };
  }

  create(now: number): { id: string; activity: Activity } {
    const id = `local_${randomBytes(24).toString('base64url')}`;
    const nothing = { members: null, limit: null, path: null, versionType: null };
    const activity: Activity = { state: 0, ...nothing, createdAt: now, changedAt: now };
    this.put(id, activity);
    return { id, activity };
  }

  find(id: string): Activity | undefined {
    const row = this.statements.get.get([id]) as [string] | undefined;
    return row && (JSON.parse(row[0]) as Activity);
  }

  put(id: string, activity: Activity): void {
    this.statements.put.run([id, JSON.stringify(activity)]);
  }

  clear(): void {
    this.statements.clear.run([]);
  }
}

/** Until when the id takes changes. */
export function expiryOf({ createdAt }: Activity): number {
  return createdAt + LIFE;
}

/** A line that nobody changes for a day is over, and so is what began a day ago. */
export function shownState({ state, changedAt }: Activity, now: number): SetState | 2 {
  return now >= changedAt + LIFE ? 2 : state;
}
