import type { Clock } from './clock/clock';
import type { Faults } from './faults/faults';
import type { InvocationRecord, Runner } from './functions/runner';
import type { Timers } from './functions/timers';
import type { Ring } from './http/ring';
import type { RequestRecord } from './http/wire';
import type { Consents } from './open-api/consents';
import type { Outbox } from './open-api/outbox';
import type { Catalog } from './store/catalog';
import type { Commits } from './store/commits';
import type { Sqlite } from './store/sqlite';
import type { Transactions } from './transactions/transactions';

export type OpenApi = (
  body: Buffer,
  contentType: string,
  invocation: InvocationRecord | undefined,
  account: { action: string },
) => Promise<Buffer>;

/** What a running cloud is made of. */
export interface Parts {
  envId: string;
  dataDir: string;
  sqlite: Sqlite;
  catalog: Catalog;
  commits: Commits;
  transactions: Transactions;
  clock: Clock;
  faults: Faults;
  runner: Runner;
  timers: Timers;
  consents: Consents;
  outbox: Outbox;
  requests: Ring<RequestRecord>;
  openApi: OpenApi;
}
