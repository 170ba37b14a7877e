import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SDK_FUNCTION, SDKS } from '../sdk-function';
import { startTestCloud, wire, type TestCloud } from '../support';

const UPLOAD = `async ({ cloud, given }) => cloud.uploadFile({ cloudPath: given.path, fileContent: Buffer.from(given.text) })`;
const DOWNLOAD = `async ({ cloud, given }) => (await cloud.downloadFile({ fileID: given })).fileContent.toString()`;
const URLS = `async ({ cloud, given }) => (await cloud.getTempFileURL({ fileList: given })).fileList`;
const DELETE = `async ({ cloud, given }) => (await cloud.deleteFile({ fileList: given })).fileList`;

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({ sdk: SDK_FUNCTION });
});
afterAll(() => cloud.end());
beforeEach(async () => {
  await cloud.post('/local/reset', {});
});

const fileId = (path: string): string => `cloud://local-huayuan.local-files/${path}`;

async function run(sdk: string, script: string, given: unknown): Promise<unknown> {
  const { result } = await cloud.call('alice', 'sdk', { sdk, script, given });
  return (result as { ok?: unknown }).ok ?? result;
}

function blobs(): string[] {
  return readdirSync(join(cloud.dataDir, 'storage'));
}

describe.each(SDKS)('with the SDK %s', (sdk) => {
  test('a file with a Chinese name and a space comes back as it was uploaded', async () => {
    const path = '照片/巡逻 一.txt';
    expect(await run(sdk, UPLOAD, { path, text: '平安' })).toMatchObject({ fileID: fileId(path) });
    expect(await run(sdk, DOWNLOAD, fileId(path))).toBe('平安');
  });

  test('a second upload to a path replaces the first, and only one content is kept', async () => {
    await run(sdk, UPLOAD, { path: 'a.txt', text: 'one' });
    await run(sdk, UPLOAD, { path: 'a.txt', text: 'two' });
    expect(await run(sdk, DOWNLOAD, fileId('a.txt'))).toBe('two');
    expect(blobs()).toHaveLength(1);
  });

  test('a file of more than 50 MB is refused and nothing is stored', async () => {
    const large = `async ({ cloud }) => cloud.uploadFile({ cloudPath: 'large.bin', fileContent: Buffer.alloc(50 * 1024 * 1024 + 1) })`;
    expect(JSON.stringify(await run(sdk, large, null))).toContain('the file has more than 52428800 bytes');
    expect(blobs()).toEqual([]);
  });

  test('a deleted file is gone, from the disk too', async () => {
    await run(sdk, UPLOAD, { path: 'a.txt', text: 'one' });
    await run(sdk, DELETE, [fileId('a.txt')]);
    expect(blobs()).toEqual([]);
    expect(await run(sdk, DOWNLOAD, fileId('a.txt'))).toMatchObject(
      sdk === 'wx'
        ? { errCode: -1, code: 'STORAGE_FILE_NONEXIST' }
        : { code: 'STORAGE_FILE_NONEXIST', message: 'the file a.txt does not exist' },
    );
  });

  test.each([
    '/a.txt',
    'a//b.txt',
    '../a.txt',
    'a/../../b',
    'a/./b',
    'a\u0000b',
    'a\ud800b',
    'a\\b',
    'a/',
    '一'.repeat(284),
  ])('the path %j is refused and nothing is stored', async (path) => {
    expect(await run(sdk, UPLOAD, { path, text: 'x' })).toMatchObject({ code: 'INVALID_PARAM' });
    expect(blobs()).toEqual([]);
  });
});

test('each missing file is told in its own line', async () => {
  await run('wx', UPLOAD, { path: 'a.txt', text: 'one' });
  expect(await run('wx', URLS, [fileId('a.txt'), fileId('b.txt')])).toEqual([
    {
      fileID: fileId('a.txt'),
      status: 0,
      errMsg: 'ok',
      maxAge: 600,
      tempFileURL: expect.stringContaining(cloud.url),
    },
    { fileID: fileId('b.txt'), status: -503003, errMsg: 'storage file not exists', tempFileURL: '' },
  ]);
  expect(await run('wx', DELETE, [fileId('b.txt'), fileId('a.txt')])).toEqual([
    { fileID: fileId('b.txt'), status: -503003, errMsg: 'storage file not exists' },
    { fileID: fileId('a.txt'), status: 0, errMsg: 'ok' },
  ]);
});

test('fifty files at once and no more', async () => {
  const many = Array.from({ length: 51 }, (_, i) => fileId(`${i}.txt`));
  expect(await run('node', DELETE, many.slice(1))).toHaveLength(50);
  expect(await run('node', DELETE, many)).toMatchObject({ code: 'INVALID_PARAM' });
});

test('a copy holds the same and may take the place of the original', async () => {
  await run('node', UPLOAD, { path: 'one/a.txt', text: 'x' });
  const copy = `async ({ cloud, given }) => (await cloud.copyFile({ fileList: [given] })).fileList`;
  const given = { srcPath: 'one/a.txt', dstPath: 'two/a.txt', overwrite: false, removeOriginal: true };
  expect(await run('node', copy, given)).toMatchObject([{ code: 'SUCCESS', fileID: fileId('two/a.txt') }]);
  expect(await run('node', DOWNLOAD, fileId('two/a.txt'))).toBe('x');
  expect(await run('node', copy, given)).toMatchObject([{ code: 'STORAGE_FILE_NONEXIST' }]);
});

describe('a temporary address', () => {
  async function address(maxAge: number): Promise<string> {
    await run('node', UPLOAD, { path: '夜 巡.png', text: '\u0089PNG\r\n\u001a\n0123456789' });
    const [file] = (await run('node', URLS, [{ fileID: fileId('夜 巡.png'), maxAge }])) as {
      tempFileURL: string;
    }[];
    return file?.tempFileURL ?? '';
  }

  afterEach(() => cloud.post('/local/clock', { offset: 0, frozen: false }));

  test('tells length and type to HEAD, gives ranges, and shows to any page', async () => {
    const url = await address(60);
    const head = await fetch(url, { method: 'HEAD', headers: { 'sec-fetch-site': 'cross-site' } });
    expect([
      head.status,
      head.headers.get('content-length'),
      head.headers.get('content-security-policy'),
    ]).toEqual([200, '19', 'sandbox']);
    const part = await fetch(url, { headers: { range: 'bytes=9-11' } });
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
      206,
      'bytes 9-11/19',
      '012',
    ]);
    expect(await (await fetch(url, { headers: { range: 'bytes=-2' } })).text()).toBe('89');
    expect((await fetch(url, { headers: { range: 'bytes=50-' } })).status).toBe(416);
  });

  test('ends by the cloud’s clock', async () => {
    const url = await address(60);
    await cloud.post('/local/clock', { offset: 59_000 });
    expect((await fetch(url)).status).toBe(200);
    await cloud.post('/local/clock', { offset: 61_000 });
    expect((await fetch(url)).status).toBe(403);
  });

  test.each([0, -1, 0.5, 1e300])('lasts no %d seconds', async (maxAge) => {
    await run('node', UPLOAD, { path: 'a.txt', text: 'x' });
    expect(await run('node', URLS, [{ fileID: fileId('a.txt'), maxAge }])).toMatchObject([
      { code: 'INVALID_PARAM' },
    ]);
  });

  test('cannot be made by hand', async () => {
    const url = await address(60);
    expect((await fetch(url.replace(/\/(\d+)-/, (_, at) => `/${Number(at) + 1}-`))).status).toBe(403);
    expect((await fetch(`${cloud.url}/storage/file/%2e%2e/cloud.db`)).status).not.toBe(200);
  });

  test('leads nowhere once the file is deleted', async () => {
    const url = await address(60);
    await run('node', DELETE, [fileId('夜 巡.png')]);
    expect((await fetch(url)).status).toBe(404);
  });
});

describe('a granted upload', () => {
  async function put(change: Record<string, string>): Promise<{ status: number; text: string }> {
    const reply = await wire(cloud, { action: 'storage.getUploadMetadata', path: 'a.txt', method: 'put' });
    const { url, token, authorization, cosFileId } = reply['data'] as Record<string, string>;
    const headers = {
      ...{ signature: authorization ?? '', authorization: authorization ?? '', key: 'a.txt' },
      ...{ 'x-cos-security-token': token ?? '', 'x-cos-meta-fileid': cosFileId ?? '', ...change },
    };
    const response = await fetch(url ?? '', { method: 'PUT', headers, body: 'hello' });
    return { status: response.status, text: await response.text() };
  }

  test('answers with nothing', async () => {
    expect(await put({})).toEqual({ status: 200, text: '' });
  });

  test.each([
    [{ signature: 'x', authorization: 'x' }, 'SignatureDoesNotMatch'],
    [{ key: 'b.txt' }, 'AccessDenied'],
    [{ 'x-cos-meta-fileid': 'cloud://other' }, 'AccessDenied'],
  ])('with %j fails as XML', async (change, code) => {
    const { status, text } = await put(change as unknown as Record<string, string>);
    expect(status).toBe(403);
    expect(text).toMatch(
      new RegExp(`<Error><Code>${code}</Code><Message>.+</Message><RequestId>.+</TraceId></Error>`),
    );
    expect(blobs()).toEqual([]);
  });
});
