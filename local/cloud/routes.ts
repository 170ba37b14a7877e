import { backupRoute } from './backup/route';
import { clockRoute } from './clock/routes';
import { clientCall } from './functions/client-call';
import { faultsRoute } from './faults/routes';
import { sendJson } from './http/exchange';
import type { Handler } from './http/server';
import { wireHandler } from './http/wire';
import { importRoute } from './local-api/import';
import { peopleRoute } from './local-api/people';
import { invocationsRoute, requestsRoute } from './local-api/records';
import { timerRoute } from './functions/timer-route';
import { consentsRoute, outboxRoute } from './open-api/routes';
import { CloudError } from './errors';
import type { Parts } from './parts';
import { windowRoutes } from './window/routes';

/** Every path that the cloud answers itself. */
export function routesOf(parts: Parts): Map<string, Handler> {
  const { catalog, commits, clock, runner, requests, dataDir, consents, outbox } = parts;
  return new Map<string, Handler>([
    ['/admin', wireHandler(parts)],
    ['/client/callFunction', clientCall(runner)],
    ['/local/clock', clockRoute(clock, parts.timers)],
    ['/local/faults', faultsRoute(parts.faults)],
    ['/local/timer', timerRoute(parts.timers)],
    ['/local/outbox', outboxRoute(outbox, commits)],
    ['/local/consents', consentsRoute(consents, commits)],
    ['/local/requests', requestsRoute(requests)],
    ['/local/invocations', invocationsRoute(runner.records)],
    ['/local/import', importRoute(catalog, commits)],
    ['/local/reset', reset(parts)],
    ['/local/backup', backupRoute(parts.sqlite, commits, dataDir)],
    ['/local/people', peopleRoute(dataDir)],
    ...windowRoutes(parts),
  ]);
}

function reset({ catalog, commits, transactions, consents, outbox }: Parts): Handler {
  return async ({ method }, response) => {
    if (method !== 'POST') throw new CloudError('INVALID_PARAM', 'a reset must be posted');
    transactions.clear();
    await commits.write(() => {
      for (const name of catalog.names()) catalog.get(name).clear();
      catalog.save();
      consents.clear();
      outbox.clear();
    });
    sendJson(response, 200, {});
  };
}
