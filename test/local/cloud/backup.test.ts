import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCloud, type Cloud } from '../../../local/cloud';
import { backup } from '../../../local/cloud/backup/backup';
import { restore } from '../../../local/cloud/backup/restore';
import { makeFolders, wire } from './support';

const DOCUMENTS = [
  { _id: 'a', at: { $date: 1_700_000_000_000 }, n: { $numberDouble: 'Infinity' }, text: '老班长\n"引号"' },
  { _id: 'b', roster: [{ memberId: 'm', list: [null, true, 0.1] }], empty: {} },
  { _id: 7, pattern: { $regularExpression: { pattern: '^老', options: 'i' } } },
];
const folder = (): string => mkdtempSync(join(tmpdir(), 'backup-'));

async function storedOf(cloud: Cloud, collectionName: string): Promise<unknown> {
  return (await wire(cloud, { action: 'database.getDocument', collectionName, limit: 1000 }))['data'];
}
const post = (cloud: Cloud, path: string, body: object) =>
  fetch(cloud.url + path, { method: 'POST', body: JSON.stringify(body) });

async function filled() {
  const folders = makeFolders({});
  const cloud = await startCloud({ port: 0, ...folders });
  await post(cloud, '/local/import', { events: DOCUMENTS, members: [{ _id: 'm', openid: 'o' }] });
  await wire(cloud, { action: 'database.addCollection', collectionName: 'notes' });
  await post(cloud, '/local/import', { notes: [{ _id: 'n1' }] });
  await post(cloud, '/local/consents', { openid: 'o', templateId: 'T1', count: 3 });
  return { folders, cloud };
}

test('a backup of a running cloud restores the very same documents, collections and consents', async () => {
  const { folders, cloud } = await filled();
  const file = join(folder(), 'all.ndjson');
  const [events, members] = [await storedOf(cloud, 'events'), await storedOf(cloud, 'members')];
  let written = 0;
  const writing = (async () => {
    for (; written < 50; written++) await post(cloud, '/local/import', { notes: [{ _id: `w${written}` }] });
  })();
  await backup(folders.dataDir, file);
  await writing;
  await cloud.close();

  const copy = { ...folders, dataDir: join(folder(), 'data') };
  const count = await restore({ ...copy, file, replace: false });
  const again = await startCloud({ port: 0, ...copy });
  expect(await storedOf(again, 'events')).toEqual(events);
  expect(await storedOf(again, 'members')).toEqual(members);
  const notes = ((await storedOf(again, 'notes')) as { list: string[] }).list;
  expect(notes).toEqual(['{"_id":"n1"}', ...notes.slice(1).map((_, n) => `{"_id":"w${n}"}`)]);
  expect(count).toBe(4 + notes.length);
  expect(await (await fetch(`${again.url}/local/consents?openid=o`)).json()).toEqual({
    consents: [{ templateId: 'T1', count: 3 }],
  });
  expect(
    await wire(again, {
      action: 'database.insertDocument',
      collectionName: 'members',
      data: ['{"openid":"o"}'],
    }),
  ).toMatchObject({ code: 'DATABASE_REQUEST_FAILED', message: expect.stringContaining('E11000') as string });
  await again.close();

  const second = join(folder(), 'again.ndjson');
  await backup(copy.dataDir, second);
  expect(readFileSync(second, 'utf8')).toBe(readFileSync(file, 'utf8'));
});

const HEAD = '{"backup":1}';
test.each([
  ['a line that is no JSON', [HEAD, '{"collection":"events","doc":{"_id":"x"}}', '{"coll'], 'line 3: '],
  ['a line of another kind', [HEAD, '{"collection":"events"}'], 'line 2: this is no line of a backup'],
  [
    'a document without an id',
    [HEAD, '{"collection":"events","doc":{}}'],
    'line 2: a document needs its _id',
  ],
  ['no head', ['{"collection":"events","doc":{"_id":1}}'], 'line 1: a backup begins with its head'],
  [
    'a collection that nobody knows',
    [HEAD, '{"collection":"x","doc":{"_id":1}}'],
    'line 2: [ResourceNotFound]',
  ],
  ['statements in a table', [HEAD, '{"table":"x","sql":"CREATE TABLE x (a); DROP TABLE meta"}'], 'line 2: '],
  [
    'the same person twice',
    [
      HEAD,
      '{"collection":"members","doc":{"_id":1,"openid":"o"}}',
      '{"collection":"members","doc":{"_id":2,"openid":"o"}}',
    ],
    'line 3: E11000 duplicate key error collection: members index: openid',
  ],
])('%s is named by its line, and the folder keeps what it had', async (_, lines, message) => {
  const { folders, cloud } = await filled();
  const events = await storedOf(cloud, 'events');
  await cloud.close();
  const file = join(folder(), 'bad.ndjson');
  writeFileSync(file, lines.join('\n'));
  await expect(restore({ ...folders, file, replace: true })).rejects.toThrow(`${file}, ${message}`);
  const again = await startCloud({ port: 0, ...folders });
  expect(await storedOf(again, 'events')).toEqual(events);
  await again.close();
  expect(readdirSync(folders.dataDir).filter((name) => name.startsWith('restoring'))).toEqual([]);
});

test('a folder that holds something is given up only when told to, one in use never', async () => {
  const { folders, cloud } = await filled();
  const file = join(folder(), 'one.ndjson');
  writeFileSync(file, `${HEAD}\n{"collection":"events","doc":{"_id":"only"}}\n`);
  await expect(restore({ ...folders, file, replace: true })).rejects.toThrow(
    'is in use by another local cloud',
  );
  await cloud.close();
  await expect(restore({ ...folders, file, replace: false })).rejects.toThrow('--replace');
  expect(await restore({ ...folders, file, replace: true })).toBe(1);
  const again = await startCloud({ port: 0, ...folders });
  expect(await storedOf(again, 'events')).toEqual({ list: ['{"_id":"only"}'] });
  await again.close();
});

test('what a crash in the middle of a backup or a restore left is gone after the next start', async () => {
  const { folders, cloud } = await filled();
  await cloud.close();
  const copy = `backup-${randomUUID()}.db`;
  for (const name of [copy, `${copy}-journal`]) writeFileSync(join(folders.dataDir, name), 'half');
  mkdirSync(join(folders.dataDir, 'restoring-123'));
  writeFileSync(join(folders.dataDir, 'restoring-123', 'cloud.db'), 'half');
  writeFileSync(join(folders.dataDir, 'backup-mine.ndjson'), 'of a person');
  writeFileSync(join(folders.dataDir, 'storage', `${'a'.repeat(32)}.part`), 'half');
  writeFileSync(join(folders.dataDir, 'storage', 'b'.repeat(32)), 'of no file');
  const again = await startCloud({ port: 0, ...folders });
  const left = readdirSync(folders.dataDir).filter((name) => /^(backup|restoring)-/.test(name));
  const contents = readdirSync(join(folders.dataDir, 'storage'));
  await again.close();
  expect([left, contents]).toEqual([['backup-mine.ndjson'], []]);
});

test('a folder without data is not backed up', async () => {
  await expect(backup(folder(), join(folder(), 'x'))).rejects.toThrow('holds no data of a local cloud');
});
