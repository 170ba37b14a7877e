import { readdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { startCloud } from '../../../../local/cloud';
import { makeFolders, startTestCloud, type TestCloud } from '../support';

const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('picture')]);
const ID = 'cloud://local-huayuan.local-files/care/a.png';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.end());
beforeEach(async () => {
  await cloud.post('/local/reset', {});
});

async function upload(openid: string, path: string, body: Buffer<ArrayBuffer> | string): Promise<unknown> {
  const query = new URLSearchParams({ openid, path });
  const response = await fetch(`${cloud.url}/client/uploadFile?${query}`, { method: 'POST', body });
  expect(response.status).toBe(200);
  return response.json();
}

const blobs = (dataDir = cloud.dataDir): string[] => readdirSync(join(dataDir, 'storage'));

test('who uploaded a picture sees it again', async () => {
  expect(await upload('alice', 'care/a.png', PNG)).toEqual({ fileID: ID });
  const { fileList } = (await cloud.post('/client/getTempFileURL', { openid: 'alice', fileList: [ID] })) as {
    fileList: { tempFileURL: string }[];
  };
  expect(fileList).toEqual([
    { fileID: ID, status: 0, errMsg: 'ok', maxAge: 600, tempFileURL: expect.stringMatching(/a\.png$/) },
  ]);
  const shown = await fetch(fileList[0]?.tempFileURL ?? '');
  expect(shown.headers.get('content-type')).toBe('image/png');
  expect(Buffer.from(await shown.arrayBuffer())).toEqual(PNG);
});

test('nobody else reads, replaces or deletes it', async () => {
  await upload('alice', 'care/a.png', PNG);
  const refused = {
    fileID: ID,
    status: -503002,
    errMsg: "STORAGE_EXCEED_AUTHORITY: care/a.png is another person's file",
  };
  expect(await cloud.post('/client/getTempFileURL', { openid: 'bob', fileList: [ID] })).toEqual({
    fileList: [{ ...refused, tempFileURL: '' }],
  });
  expect(await upload('bob', 'care/a.png', PNG)).toMatchObject({ errCode: -503002 });
  expect(await cloud.post('/client/deleteFile', { openid: 'bob', fileList: [ID] })).toEqual({
    fileList: [refused],
  });
  expect(await cloud.post('/client/deleteFile', { openid: 'alice', fileList: [ID, ID] })).toEqual({
    fileList: [
      { fileID: ID, status: 0, errMsg: 'ok' },
      { fileID: ID, status: -503003, errMsg: 'STORAGE_FILE_NONEXIST: the file care/a.png does not exist' },
    ],
  });
  expect(blobs()).toEqual([]);
});

test.each([
  ['a page that calls itself a picture', 'a.png', '<html><script>alert(1)</script>', -503001],
  ['an archive that is no document', 'a.zip', 'PK\u0003\u0004rest', -503001],
  ['nothing at all', 'a.png', '', -503001],
  ['a path that climbs', '../a.png', PNG, -501007],
  ['a file of more than 50 MB', 'a.png', Buffer.concat([PNG, Buffer.alloc(50 * 1024 * 1024)]), -403001],
])('%s is refused and leaves nothing', async (_, path, body, errCode) => {
  expect(await upload('alice', path, body)).toMatchObject({ errCode });
  expect(blobs()).toEqual([]);
});

test.each([
  ['table.xlsx', 'PK\u0003\u0004rest'],
  ['letter.pdf', '%PDF-1.7'],
  ['photo.jpg', Buffer.from('ffd8ffe000', 'hex')],
])('%s is taken', async (path, body) => {
  expect(await upload('alice', path, body)).toEqual({ fileID: `cloud://local-huayuan.local-files/${path}` });
});

test('an upload that is cut off leaves nothing and replaces nothing', async () => {
  await upload('alice', 'care/a.png', PNG);
  const kept = blobs();
  await new Promise<void>((resolve) => {
    const sent = request(`${cloud.url}/client/uploadFile?openid=alice&path=care/a.png`, { method: 'POST' });
    sent.on('error', () => resolve());
    sent.write(PNG, () => sent.destroy(new Error('cut')));
  });
  await expectSoon(() => blobs(), kept);
});

test('after a crash only what files name is left, and addresses go on', async () => {
  const folders = makeFolders({});
  const first = await startCloud({ port: 0, ...folders });
  const query = 'openid=alice&path=care/a.png';
  await fetch(`${first.url}/client/uploadFile?${query}`, { method: 'POST', body: PNG });
  const body = JSON.stringify({ openid: 'alice', fileList: [ID] });
  const asked = await fetch(`${first.url}/client/getTempFileURL`, { method: 'POST', body });
  const { fileList } = (await asked.json()) as { fileList: { tempFileURL: string }[] };
  await first.close();
  writeFileSync(join(folders.dataDir, 'storage', 'f'.repeat(32)), 'orphan');
  writeFileSync(join(folders.dataDir, 'storage', `${'e'.repeat(32)}.part`), 'half');

  const second = await startCloud({ port: 0, ...folders });
  try {
    expect(blobs(folders.dataDir)).toHaveLength(1);
    const { pathname } = new URL(fileList[0]?.tempFileURL ?? '');
    expect(Buffer.from(await (await fetch(second.url + pathname)).arrayBuffer())).toEqual(PNG);
  } finally {
    await second.close();
  }
});

async function expectSoon<T>(look: () => T, expected: T): Promise<void> {
  for (let tries = 0; tries < 100 && JSON.stringify(look()) !== JSON.stringify(expected); tries++) {
    await new Promise((next) => setTimeout(next, 20));
  }
  expect(look()).toEqual(expected);
}
