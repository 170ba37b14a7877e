import { readClientRules } from './client/rules';
import { Tickets } from './client/tickets';
import type { Clock } from './clock/clock';
import { readConsole } from './console/console';
import { Activities } from './open-api/activities/activities';
import { appPages } from './open-api/codes/app-pages';
import { Codes } from './open-api/codes/codes';
import { Consents } from './open-api/consents';
import { MediaChecks } from './open-api/media-check/media-checks';
import { Outbox } from './open-api/outbox';
import { Visits } from './open-api/visits';
import type { Services } from './parts';
import { Storage } from './storage/storage';
import { TemporaryAddresses } from './storage/temporary-address';
import type { Commits } from './store/commits';
import type { Sqlite } from './store/sqlite';

export interface ServiceFiles {
  dataDir: string;
  collectionsFile: string;
  consoleFile: string;
  appFile: string;
}

/** Opens everything that the cloud serves beside the database and the functions. */
export function openServices(
  sqlite: Sqlite,
  commits: Commits,
  clock: Clock,
  files: ServiceFiles,
): Omit<Services, 'deliverChecks'> {
  const settings = readConsole(files.consoleFile);
  return {
    console: settings,
    clientRules: readClientRules(files.collectionsFile),
    consents: new Consents(sqlite),
    outbox: new Outbox(sqlite),
    sending: new Set(),
    tickets: new Tickets(sqlite),
    codes: new Codes(sqlite),
    activities: new Activities(sqlite),
    mediaChecks: new MediaChecks(sqlite),
    visits: new Visits(),
    storage: new Storage(sqlite, files.dataDir, commits, clock, settings.storage),
    addresses: new TemporaryAddresses(sqlite),
    pages: () => appPages(files.appFile),
  };
}

/** Within a write: forgets everything; answers what is left to do when that is on the disk. */
export function clearServices(services: Services): () => void {
  const { consents, outbox, tickets, codes, activities, mediaChecks, storage } = services;
  for (const table of [consents, outbox, tickets, codes, activities, mediaChecks]) table.clear();
  return storage.clear();
}
