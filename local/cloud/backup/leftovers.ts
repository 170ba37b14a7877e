import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { wipe } from '../store/wipe';

const UNFINISHED = /^(backup-[0-9a-f-]{36}\.db|restoring-\d+)/;

/** What a crash in the middle of a backup or a restore left; call it while the folder's lock is held: then nobody is at it. */
export function sweepLeftovers(dataDir: string): void {
  for (const name of readdirSync(dataDir)) {
    if (UNFINISHED.test(name)) wipe(join(dataDir, name));
  }
}
