import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Cloud, startCloud } from '../../../local/cloud';
import { backup } from '../../../local/cloud/backup/backup';
import { restore } from '../../../local/cloud/backup/restore';
import { tracesIn } from '../../support/traces';
import { COLLECTIONS, CONSOLE, makeFolders, wire } from './support';

const LEDGER = { ...COLLECTIONS, erasures: { survivesRestore: true, indexes: [] } };
const inFolder = (name: string) => join(mkdtempSync(join(tmpdir(), 'restore-')), name);

/** Says in the database what it saw when it ran: it must run before anybody is served. */
const REPLAY = `
const cloudbase = require('@cloudbase/node-sdk');
const database = cloudbase.init({ env: cloudbase.SYMBOL_CURRENT_ENV }).database();
exports.main = async (event) => {
  if (event.TriggerName !== 'replay') return (await database.collection('members').where({}).get()).data.length;
  const { data } = await database.collection('erasures').where({}).get();
  const { data: back } = await database.collection('members').where({ _id: database.command.in(data.map(({ _id }) => _id)) }).get();
  if (back.length > 0) await database.collection('members').where({ _id: back[0]._id }).remove();
  return { ok: true, data: { more: back.length > 1 } };
};`;
const TIMER = { triggers: [{ name: 'replay', type: 'timer', config: '0 0 3 * * * *' }] };

function folders() {
  const made = makeFolders({ people: { source: REPLAY, config: TIMER } }, LEDGER);
  const console = { ...CONSOLE, afterRestore: { function: 'people', trigger: 'replay' } };
  writeFileSync(join(dirname(made.collectionsFile), 'console.json'), JSON.stringify(console));
  return { ...made, env: { NODE_PATH: join(process.cwd(), 'node_modules') } };
}
const start = ({ env, ...made }: ReturnType<typeof folders>) =>
  startCloud({ port: 0, ...made, functionEnv: env, timers: false });
const fill = (cloud: Cloud, documents: object) =>
  fetch(`${cloud.url}/local/import`, { method: 'POST', body: JSON.stringify(documents) });
const idsIn = async (cloud: Cloud, collectionName: string): Promise<unknown[]> => {
  const { data } = await wire(cloud, { action: 'database.getDocument', collectionName, limit: 1000 });
  return (data as { list: string[] }).list.map((text) => (JSON.parse(text) as { _id: unknown })._id);
};
const call = async (cloud: Cloud): Promise<unknown> =>
  (
    await fetch(`${cloud.url}/client/callFunction`, {
      method: 'POST',
      body: JSON.stringify({ openid: 'o', name: 'people', data: {} }),
    })
  ).json();

const PEOPLE = ['ada', 'bea', 'cara'].map((name) => ({ _id: name, openid: name, text: `痕迹${name}` }));

/** A village whose backup was taken before ada and bea were deleted. */
async function lived() {
  const made = folders();
  const file = inFolder('before.ndjson');
  const cloud = await start(made);
  await fill(cloud, { members: PEOPLE, erasures: [{ _id: 'old', kind: 'member', at: 1 }] });
  await backup(made.dataDir, file);
  await wire(cloud, {
    action: 'database.removeDocument',
    collectionName: 'members',
    query: JSON.stringify({ _id: { $in: ['ada', 'bea'] } }),
    multi: true,
  });
  await fill(cloud, { erasures: ['ada', 'bea'].map((_id) => ({ _id, kind: 'member', at: 2 })) });
  return { made, file, cloud };
}

test('the ledger of a folder outlives the backup put over it, and nobody is served before it was replayed', async () => {
  const { made, file, cloud } = await lived();
  await cloud.close();
  await restore({ ...made, file, replace: true });
  const again = await start(made);
  expect(await call(again)).toMatchObject({ result: 1 });
  expect(await idsIn(again, 'members')).toEqual(['cara']);
  expect((await idsIn(again, 'erasures')).sort()).toEqual(['ada', 'bea', 'old']);
  const { invocations } = (await (await fetch(`${again.url}/local/invocations`)).json()) as {
    invocations: { source: string }[];
  };
  expect(invocations.map(({ source }) => source)).toEqual(['wx_trigger', 'wx_trigger', 'wx_client']);
  await again.close();
  expect(tracesIn(made.dataDir, ['痕迹ada', '痕迹bea', '痕迹cara'])).toEqual(['痕迹cara']);

  const third = await start(made);
  expect(await call(third)).toMatchObject({ result: 1 });
  const after = (await (await fetch(`${third.url}/local/invocations`)).json()) as { invocations: unknown[] };
  expect(after.invocations).toHaveLength(1);
  await third.close();
});

test.each([
  ['a newer backup', true],
  ['plain documents, a line each', false],
])('where the folder is lost, the ledger comes from %s', async (_, isBackup) => {
  const { made, file, cloud } = await lived();
  const erasuresFile = inFolder('ledger.ndjson');
  if (isBackup) await backup(made.dataDir, erasuresFile);
  else
    writeFileSync(
      erasuresFile,
      '{"_id":"ada","kind":"member","at":2}\n{"_id":"bea","kind":"member","at":2}\n',
    );
  await cloud.close();
  const elsewhere = { ...made, dataDir: inFolder('data') };
  await restore({ ...elsewhere, file, replace: false, erasuresFile });
  const again = await start(elsewhere);
  expect(await call(again)).toMatchObject({ result: 1 });
  expect(await idsIn(again, 'members')).toEqual(['cara']);
  await again.close();
});

test('without a ledger a backup brings back what it holds: that is why it is kept', async () => {
  const { made, file, cloud } = await lived();
  await cloud.close();
  const elsewhere = { ...made, dataDir: inFolder('data') };
  await restore({ ...elsewhere, file, replace: false });
  const again = await start(elsewhere);
  expect(await idsIn(again, 'members')).toEqual(['ada', 'bea', 'cara']);
  await again.close();
});

test('where the replay cannot run, nobody is served', async () => {
  const { made, file, cloud } = await lived();
  await cloud.close();
  await restore({ ...made, file, replace: true });
  writeFileSync(join(made.functionsDir, 'people', 'index.js'), 'exports.main = () => ({ ok: false });');
  const again = await start(made);
  expect(await call(again)).toMatchObject({ code: 'RESTORING' });
  await again.close();
});

test('a ledger that cannot be read is named by its line, and the folder keeps what it had', async () => {
  const { made, file, cloud } = await lived();
  await cloud.close();
  const erasuresFile = inFolder('bad.ndjson');
  writeFileSync(erasuresFile, '{"_id":"ada"}\nhalf a li');
  await expect(restore({ ...made, file, replace: true, erasuresFile })).rejects.toThrow(
    `${erasuresFile}, line 2: this is no document`,
  );
  const again = await start(made);
  expect(await idsIn(again, 'members')).toEqual(['cara']);
  await again.close();
});
