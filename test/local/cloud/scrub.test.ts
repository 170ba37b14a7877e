import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Cloud, startCloud } from '../../../local/cloud';
import { spawnCloud } from '../../support/gateway';
import { tracesIn } from '../../support/traces';
import { SDK_FUNCTION } from './sdk-function';
import { makeFolders, startTestCloud, wire } from './support';

const NAMES = Array.from({ length: 3_000 }, (_, n) => `痕迹${String((n * 7919) % 100_003).padStart(6, '0')}`);

/** So many that `secure_delete` alone leaves one of them behind. */
const MANY = 3_000;
const FEW = 300;
const removedOf = (count: number) => NAMES.slice(0, count).filter((_, n) => n % 3 === 0);
const keptOf = (count: number) => NAMES.slice(0, count).filter((_, n) => n % 3 !== 0);

async function lived(cloud: Pick<Cloud, 'url' | 'adminUrl' | 'envId'>, count: number): Promise<void> {
  const members = NAMES.slice(0, count).map((name, n) => ({
    _id: name,
    openid: name,
    text: 'x'.repeat((n * 31) % 900),
  }));
  await fetch(`${cloud.url}/local/import`, { method: 'POST', body: JSON.stringify({ members }) });
  const change = (query: object, data: object) =>
    wire(cloud, {
      action: 'database.modifyDocument',
      collectionName: 'members',
      query: JSON.stringify(query),
      data: JSON.stringify(data),
      multi: true,
      merge: true,
    });
  // Rows grow and shrink, so that pages are split and merged.
  for (const [n, size] of [2_000, 10, 1_200, 40].entries()) {
    await change({ _id: { $gt: NAMES[n * 7] } }, { $set: { text: 'y'.repeat(size) } });
  }
  await wire(cloud, {
    action: 'database.removeDocument',
    collectionName: 'members',
    query: JSON.stringify({ _id: { $in: removedOf(count) } }),
    multi: true,
  });
}

test('what was removed is in no file of the folder once the cloud has ended; what stayed is', async () => {
  const folders = makeFolders({});
  const cloud = await startCloud({ port: 0, ...folders });
  await lived(cloud, MANY);
  await cloud.close();
  expect(tracesIn(folders.dataDir, removedOf(MANY))).toEqual([]);
  expect(tracesIn(folders.dataDir, keptOf(MANY))).toEqual(keptOf(MANY));
  expect(existsSync(join(folders.dataDir, 'cloud.db-wal'))).toBe(false);
});

test('while the cloud runs, it is gone when nobody has written for a few seconds, from the log too', async () => {
  const cloud = await startTestCloud();
  await lived(cloud, FEW);
  for (let tries = 0; tries < 60 && tracesIn(cloud.dataDir, removedOf(FEW)).length > 0; tries++) {
    await new Promise((next) => setTimeout(next, 500));
  }
  expect(tracesIn(cloud.dataDir, removedOf(FEW))).toEqual([]);
  expect(
    await wire(cloud, { action: 'database.calculateDocument', collectionName: 'members' }),
  ).toMatchObject({
    data: { total: keptOf(FEW).length },
  });
  await cloud.end();
});

test('a cloud that was killed right after a removal leaves nothing behind once it has run again', async () => {
  const folders = makeFolders({});
  mkdirSync(folders.functionsDir, { recursive: true });
  const { dataDir, functionsDir, collectionsFile } = folders;
  const killed = await spawnCloud(dataDir, functionsDir, 0, collectionsFile);
  await lived({ url: killed.url, adminUrl: `${killed.url}/admin`, envId: 'local-huayuan' }, FEW);
  await killed.end('SIGKILL');
  expect(tracesIn(dataDir, removedOf(FEW)).length).toBeGreaterThan(0);
  const again = await startCloud({ port: 0, ...folders });
  await again.close();
  expect(tracesIn(dataDir, removedOf(FEW))).toEqual([]);
});

test('a message lies beside its receiver for seven days by the clock; the identity is in no file at all', async () => {
  const folders = makeFolders({ sdk: SDK_FUNCTION });
  const cloud = await startCloud({ port: 0, ...folders });
  const post = async (path: string, body: object): Promise<unknown> =>
    (await fetch(cloud.url + path, { method: 'POST', body: JSON.stringify(body) })).json();
  const outbox = async () =>
    (
      (await (await fetch(`${cloud.url}/local/outbox?openid=openid-of-ada`)).json()) as {
        messages: unknown[];
      }
    ).messages;
  await post('/local/consents', { openid: 'openid-of-ada', templateId: 'T1', count: 3 });
  const given = {
    touser: 'openid-of-ada',
    templateId: 'T1',
    page: 'pages/home/index',
    data: { thing1: { value: '痕迹班次' } },
  };
  const script = 'async ({ cloud, given }) => cloud.openapi.subscribeMessage.send(given)';
  await post('/client/callFunction', {
    openid: 'openid-of-ada',
    name: 'sdk',
    data: { sdk: 'wx', script, given },
  });
  expect(await outbox()).toMatchObject([
    { touser: 'openid-of-ada', data: { thing1: { value: '痕迹班次' } } },
  ]);
  const uploaded = await fetch(`${cloud.url}/client/uploadFile?openid=openid-of-ada&path=a.pdf`, {
    method: 'POST',
    body: '%PDF-1.4 痕迹文件',
  });
  const { fileID } = (await uploaded.json()) as { fileID: string };
  expect(tracesIn(folders.dataDir, ['痕迹文件'])).toEqual(['痕迹文件']);
  await post('/client/deleteFile', { openid: 'openid-of-ada', fileList: [fileID] });
  expect(tracesIn(folders.dataDir, ['痕迹文件'])).toEqual([]);

  await post('/local/clock', { at: Date.now() + 7 * 86_400_000 + 60_000 });
  expect(await outbox()).toEqual([]);
  await cloud.close();
  expect(tracesIn(folders.dataDir, ['openid-of-ada', '痕迹班次', '痕迹文件'])).toEqual([]);
});
