import type { AfterRestore } from './backup/after-restore';
import type { ClientRule } from './client/rules';
import type { Tickets } from './client/tickets';
import type { Clock } from './clock/clock';
import type { ConsoleSettings } from './console/console';
import type { Faults } from './faults/faults';
import type { Runner } from './functions/runner';
import type { Timers } from './functions/timers';
import type { Ring } from './http/ring';
import type { RequestRecord } from './http/wire';
import type { Activities } from './open-api/activities/activities';
import type { Codes } from './open-api/codes/codes';
import type { Consents } from './open-api/consents';
import type { MediaChecks } from './open-api/media-check/media-checks';
import type { Outbox } from './open-api/outbox';
import type { Visits } from './open-api/visits';
import type { Catalog } from './store/catalog';
import type { Commits } from './store/commits';
import type { Sqlite } from './store/sqlite';
import type { Storage } from './storage/storage';
import type { TemporaryAddresses } from './storage/temporary-address';
import type { Transactions } from './transactions/transactions';

/** What a running cloud is made of. */
export interface Parts extends Services {
  envId: string;
  url: string;
  dataDir: string;
  functionsDir: string;
  sqlite: Sqlite;
  catalog: Catalog;
  commits: Commits;
  transactions: Transactions;
  clock: Clock;
  faults: Faults;
  runner: Runner;
  timers: Timers;
  afterRestore: AfterRestore;
  requests: Ring<RequestRecord>;
}

/** What it serves beside the database and the functions. */
export interface Services {
  console: ConsoleSettings;
  clientRules: Map<string, ClientRule>;
  consents: Consents;
  outbox: Outbox;
  /** People to whom a message is under way. */
  sending: Set<string>;
  tickets: Tickets;
  codes: Codes;
  activities: Activities;
  mediaChecks: MediaChecks;
  deliverChecks: () => void;
  visits: Visits;
  storage: Storage;
  addresses: TemporaryAddresses;
  /** The mini-program's pages, the home page first. */
  pages: () => string[];
}
