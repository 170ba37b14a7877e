import { backupRoute } from './backup/route';
import { cloudIdRoute } from './client/cloud-ids';
import { phoneCodeRoute } from './client/phone-code';
import { watchRoute } from './client/watch';
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
import { activitiesRoute } from './open-api/activities/route';
import { codePictureRoute, codesRoute, PICTURES_PATH } from './open-api/codes/routes';
import { consentsRoute, outboxRoute, templatesRoute } from './open-api/routes';
import { clearServices } from './services';
import { clientDelete, clientTempFileUrl, clientUpload } from './storage/client-routes';
import { downloadRoute } from './storage/download-route';
import { FILES_PATH } from './storage/temporary-address';
import { UPLOAD_PATH, uploadRoute } from './storage/upload-route';
import { CloudError } from './errors';
import type { Parts } from './parts';
import { windowRoutes } from './window/routes';

/** Every path that the cloud answers itself; one that ends with a slash, also all below it. */
export function routesOf(parts: Parts): Map<string, Handler> {
  const { catalog, commits, clock, runner, requests, dataDir } = parts;
  const routes: [string, Handler][] = [
    ['/admin', wireHandler(parts)],
    ['/client/callFunction', clientCall(parts)],
    ['/client/uploadFile', clientUpload(parts)],
    ['/client/getTempFileURL', clientTempFileUrl(parts)],
    ['/client/deleteFile', clientDelete(parts)],
    ['/client/phoneCode', phoneCodeRoute(parts)],
    ['/client/cloudID', cloudIdRoute(parts)],
    ['/client/watch', watchRoute(parts)],
    [UPLOAD_PATH, uploadRoute(parts)],
    [FILES_PATH, downloadRoute(parts)],
    ['/local/codes', codesRoute(parts)],
    [PICTURES_PATH, codePictureRoute(parts)],
    ['/local/templates', templatesRoute(parts)],
    ['/local/activities', activitiesRoute(parts)],
    ['/local/clock', clockRoute(clock, parts.timers)],
    ['/local/faults', faultsRoute(parts.faults)],
    ['/local/timer', timerRoute(parts.timers)],
    ['/local/outbox', outboxRoute(parts)],
    ['/local/consents', consentsRoute(parts)],
    ['/local/requests', requestsRoute(requests)],
    ['/local/invocations', invocationsRoute(runner.records)],
    ['/local/import', importRoute(catalog, commits)],
    ['/local/reset', reset(parts)],
    ['/local/backup', backupRoute(parts.sqlite, commits, dataDir)],
    ['/local/people', peopleRoute(dataDir)],
    ...windowRoutes(parts),
  ];
  return new Map(
    routes.map(([path, handler]) => [
      path,
      path.startsWith('/client/') ? parts.afterRestore.before(handler) : handler,
    ]),
  );
}

/** The handler of a path, exact or by its folder. */
export function routeAt(routes: Map<string, Handler>, path: string): Handler | undefined {
  return routes.get(path) ?? routes.get(/^\/[^/]+\/[^/]+\//.exec(path)?.[0] ?? '');
}

function reset(parts: Parts): Handler {
  return async ({ method }, response) => {
    if (method !== 'POST') throw new CloudError('INVALID_PARAM', 'a reset must be posted');
    const { catalog, commits } = parts;
    parts.transactions.clear();
    const finish = await commits.write(() => {
      for (const name of catalog.names()) catalog.get(name).clear();
      catalog.save();
      return clearServices(parts);
    });
    finish();
    sendJson(response, 200, {});
  };
}
