import { dirname, join } from 'node:path';
import { announce, withdraw } from './backup/address';
import { AfterRestore } from './backup/after-restore';
import { sweepLeftovers } from './backup/leftovers';
import { Clock } from './clock/clock';
import { readInstant } from './clock/instant';
import { invalid } from './errors';
import { readFaults, type FaultInput } from './faults/fault';
import { Faults } from './faults/faults';
import { hostEnv } from './functions/environment';
import { Host } from './functions/host';
import { Runner } from './functions/runner';
import { Timers } from './functions/timers';
import { Ring } from './http/ring';
import { closeServer, listen, serve, type Fallback, type Handler } from './http/server';
import { checkDelivery } from './open-api/media-check/deliver';
import type { Parts } from './parts';
import { routeAt, routesOf } from './routes';
import { openServices } from './services';
import { Catalog } from './store/catalog';
import { Commits } from './store/commits';
import { readDeclaration } from './store/declaration';
import { closeSqlite, endedUncleanly, openSqlite } from './store/sqlite';
import { Transactions } from './transactions/transactions';
import { startUpkeep } from './upkeep';

export interface CloudOptions {
  /** 0 takes any free port. */
  port: number;
  dataDir: string;
  functionsDir?: string;
  collectionsFile?: string;
  /** What is set in the platform's consoles; `console.json` beside the collections unless named. */
  consoleFile?: string;
  /** The mini-program's `app.json`, for the pages that codes lead to. */
  appFile?: string;
  /** Must begin with `local-`, so that no real environment is ever meant. */
  envId?: string;
  functionEnv?: Record<string, string>;
  /** Answers every path that is not the cloud's own. */
  fallback?: Fallback;
  /** False: timers fire only when asked to. */
  timers?: boolean;
  /** The time that the cloud begins with: epoch milliseconds or ISO 8601. */
  clock?: string | number;
  /** What goes wrong from the beginning, as `POST /local/faults` takes it. */
  faults?: FaultInput[];
  /** How long a request may take to come in, milliseconds. */
  requestMs?: number;
  /** How many instances one function may have. */
  instances?: number;
  /** How long a transaction lives, in ms; the platform's 30 seconds. */
  transactionLifeMs?: number;
}

export interface Cloud {
  url: string;
  adminUrl: string;
  envId: string;
  hostPid: () => number | undefined;
  close: () => Promise<void>;
}

export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const { envId = 'local-huayuan', dataDir, functionEnv = {}, instances = 4 } = options;
  const { functionsDir = 'dist/cloudfunctions', collectionsFile = 'dist/collections.json' } = options;
  const { consoleFile = join(dirname(collectionsFile), 'console.json') } = options;
  const { appFile = 'miniprogram/app.json' } = options;
  if (!envId.startsWith('local-')) throw invalid(`the environment id ${envId} must begin with local-`);
  const clock = new Clock(options.clock === undefined ? undefined : readInstant(options.clock));
  const faults = new Faults();
  for (const fault of readFaults(options.faults ?? [])) faults.add(fault);
  const declaration = readDeclaration(collectionsFile);
  const unclean = endedUncleanly(dataDir);
  const sqlite = openSqlite(dataDir);
  let routes = new Map<string, Handler>();
  const server = serve((path) => routeAt(routes, path), options.fallback, options.requestMs);
  try {
    sweepLeftovers(dataDir);
    const catalog = new Catalog(sqlite, declaration);
    const commits = new Commits(sqlite, catalog);
    const url = `http://127.0.0.1:${await listen(server, options.port)}`;
    const host = await Host.open(dataDir, hostEnv(url, envId, functionEnv));
    const runner = new Runner(host, clock, { functionsDir, envId, instances }, faults);
    const timers = new Timers(functionsDir, runner, clock, faults);
    if (options.timers ?? true) timers.start();
    const services = openServices(sqlite, commits, clock, {
      dataDir,
      collectionsFile,
      consoleFile,
      appFile,
    });
    const afterRestore = new AfterRestore(sqlite, commits, timers, services.console.afterRestore);
    const parts: Parts = {
      ...{ envId, url, dataDir, functionsDir, sqlite, catalog, commits, clock, faults, runner, timers },
      ...{ ...services, afterRestore },
      transactions: new Transactions(catalog, commits, options.transactionLifeMs),
      requests: new Ring(20_000),
      deliverChecks: () => checks.deliver(),
    };
    const checks = checkDelivery(parts);
    checks.deliver();
    const upkeep = startUpkeep(parts, unclean);
    routes = routesOf(parts);
    await afterRestore.begin();
    announce(dataDir, url);
    const close = async (): Promise<void> => {
      timers.stop();
      checks.stop();
      await closeServer(server);
      await host.close();
      await upkeep.finish();
      withdraw(dataDir);
      closeSqlite(sqlite);
    };
    return { url, adminUrl: `${url}/admin`, envId, hostPid: () => host.pid, close };
  } catch (error) {
    server.close();
    closeSqlite(sqlite);
    throw error;
  }
}
