import { spawn, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import { startCloud } from '../../../local/cloud';
import { makeFolders, type Folders } from './support';

const MAIN = resolve(__dirname, '../../../local/cloud/main.ts');

interface Started {
  process: ChildProcess;
  url: string;
}

function cli(folders: Folders, port = '0'): ChildProcess {
  const { dataDir, functionsDir, collectionsFile } = folders;
  const options = [
    '--port',
    port,
    '--data',
    dataDir,
    '--functions',
    functionsDir,
    '--collections',
    collectionsFile,
  ];
  return spawn(process.execPath, ['--import', 'tsx', MAIN, ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function start(folders: Folders): Promise<Started> {
  const child = cli(folders);
  return new Promise((done, fail) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const url = /^local cloud listening on (http:\/\/127\.0\.0\.1:\d+)\/admin$/m.exec(said)?.[1];
      if (url) done({ process: child, url });
    });
    child.once('exit', () => fail(new Error('the cloud ended before it was ready')));
  });
}

function ended(child: ChildProcess): Promise<{ code: number | null; said: string }> {
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((done) => child.once('close', (code) => done({ code, said })));
}

async function post(url: string, body: object): Promise<Record<string, unknown>> {
  const answer = await fetch(`${url}/admin?env=local-huayuan`, {
    method: 'POST',
    body: JSON.stringify({ envName: 'local-huayuan', ...body }),
  });
  return (await answer.json()) as Record<string, unknown>;
}

const insert = (url: string, id: string): Promise<Record<string, unknown>> =>
  post(url, {
    action: 'database.insertDocument',
    collectionName: 'events',
    data: [JSON.stringify({ _id: id, studioId: 's', roster: [{ memberId: id }] })],
  });

async function idsBy(url: string, query: object): Promise<string[]> {
  const body = {
    action: 'database.getDocument',
    collectionName: 'events',
    query: JSON.stringify(query),
    limit: 1000,
  };
  const { data } = (await post(url, body)) as { data: { list: string[] } };
  return data.list.map((text) => (JSON.parse(text) as { _id: string })._id).sort();
}

test('what was acknowledged outlives kill -9, with its index, again and again', async () => {
  const folders = makeFolders({});
  const acknowledged: string[] = [];
  for (let round = 0; round < 3; round++) {
    const cloud = await start(folders);
    const exit = ended(cloud.process);
    let next = 0;
    const writer = async (name: number): Promise<void> => {
      for (;;) {
        const id = `r${round}-w${name}-${next++}`;
        try {
          await insert(cloud.url, id);
        } catch {
          return;
        }
        acknowledged.push(id);
        if (acknowledged.length > (round + 1) * 60) cloud.process.kill('SIGKILL');
      }
    };
    await Promise.all([0, 1, 2, 3].map(writer));
    await exit;
  }
  const cloud = await start(folders);
  const stored = await idsBy(cloud.url, { studioId: 's' });
  expect(stored).toEqual(expect.arrayContaining(acknowledged));
  expect(await idsBy(cloud.url, { 'roster.memberId': { $gte: '' } })).toEqual(stored);
  const exit = ended(cloud.process);
  cloud.process.kill('SIGTERM');
  expect(await exit).toEqual({ code: 0, said: '' });
});

test('a cloud that was closed opens again in the same process', async () => {
  const folders = makeFolders({});
  for (let round = 0; round < 2; round++) {
    const cloud = await startCloud({ port: 0, ...folders });
    await insert(cloud.url, `round-${round}`);
    await cloud.close();
  }
  const cloud = await startCloud({ port: 0, ...folders });
  expect(await idsBy(cloud.url, { studioId: 's' })).toEqual(['round-0', 'round-1']);
  await cloud.close();
});

test('a second start on the same data says so and ends', async () => {
  const folders = makeFolders({});
  const first = await start(folders);
  expect(await ended(cli(folders))).toEqual({
    code: 1,
    said: `the data folder ${folders.dataDir} is in use by another local cloud\n`,
  });
  const port = new URL(first.url).port;
  expect(await ended(cli(makeFolders({}), port))).toEqual({ code: 1, said: `port ${port} is in use\n` });
  const exit = ended(first.process);
  first.process.kill('SIGINT');
  expect((await exit).code).toBe(0);
});

test.each<[string, Partial<Folders>, string]>([
  ['an unusable data folder', { dataDir: '/dev/null/data' }, 'the data folder /dev/null/data cannot be used'],
  ['no declaration', { collectionsFile: '/nowhere/collections.json' }, '/nowhere/collections.json: ENOENT'],
])('%s is one clear sentence', async (_, folders, sentence) => {
  const { code, said } = await ended(cli({ ...makeFolders({}), ...folders }));
  expect(code).toBe(1);
  expect(said).toContain(sentence);
  expect(said.trim().split('\n')).toHaveLength(1);
});
