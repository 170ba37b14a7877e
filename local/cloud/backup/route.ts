import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import Database from 'libsql';
import type { Handler } from '../http/server';
import type { Commits } from '../store/commits';
import type { Sqlite } from '../store/sqlite';
import { wipe } from '../store/wipe';
import { backupLines } from './lines';

/** `GET /local/backup`: everything as it is at this moment. It is copied in one step; the cloud goes on while it is read. */
export function backupRoute(sqlite: Sqlite, commits: Commits, dataDir: string): Handler {
  return async (_, response) => {
    const file = join(dataDir, `backup-${randomUUID()}.db`);
    commits.flush();
    sqlite.prepare('VACUUM INTO ?').run([file]);
    const copy = new Database(file);
    try {
      response.writeHead(200, { 'content-type': 'application/x-ndjson; charset=utf-8' });
      await pipeline(Readable.from(backupLines(copy)), response);
    } finally {
      copy.close();
      wipe(file);
    }
  };
}
