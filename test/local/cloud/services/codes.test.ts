import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { codeText, readCodeText } from '../../../../local/cloud/open-api/codes/code-text';
import { SDK_FUNCTION } from '../sdk-function';
import { startTestCloud, type TestCloud } from '../support';

const UNLIMITED = `async ({ cloud, given }) => {
  const { buffer, contentType, errCode } = await cloud.openapi.wxacode.getUnlimited(given);
  return { picture: buffer.toString('base64'), contentType, errCode };
}`;
const GET = UNLIMITED.replace('getUnlimited', 'get');

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({ sdk: SDK_FUNCTION });
  await cloud.post('/local/clock', { at: 1_800_000_000_000, frozen: true });
  await cloud.post('/local/clock', { at: 1_800_000_000_000 });
});
afterAll(() => cloud.end());
beforeEach(async () => {
  await cloud.post('/local/reset', {});
});

type Made = { ok: { picture: string; contentType: string; errCode: number } };

async function make(given: object, script = UNLIMITED): Promise<Made> {
  return (await cloud.call('alice', 'sdk', { sdk: 'wx', script, given })).result as Made;
}

function readPicture(bytes: Buffer): { text: string | undefined; width: number } {
  const { data, width, height } = PNG.sync.read(bytes);
  return { text: jsQR(new Uint8ClampedArray(data), width, height)?.data, width };
}

const LONGEST = "0aZ!#$&'()*+,/:;=?@-._~012345678";

test.each([
  ['id=1', 280],
  [LONGEST, 1280],
])('the code with the scene %s is read back by a camera', async (scene, width) => {
  const { ok } = await make({ scene, page: 'pages/shift/index', width });
  expect([ok.contentType, ok.errCode]).toEqual(['image/png', 0]);
  const read = readPicture(Buffer.from(ok.picture, 'base64'));
  const path = `pages/shift/index?scene=${encodeURIComponent(scene)}`;
  expect(read).toEqual({ text: codeText({ path }), width });
  expect(readCodeText(read.text ?? '')).toEqual({ path, page: 'pages/shift/index', scene });
});

test('every code lies on the table once, with a picture of the same content', async () => {
  await make({ scene: 'id=1', page: 'care/visit/index' });
  await make({
    scene: 'id=1',
    page: 'care/visit/index',
    lineColor: { r: 43, g: 90, b: 58 },
    isHyaline: true,
  });
  const codes = (await cloud.get('/local/codes')) as { png: string; path: string }[];
  expect(codes).toEqual([
    {
      path: 'care/visit/index?scene=id%3D1',
      page: 'care/visit/index',
      scene: 'id=1',
      png: expect.stringMatching(/^\/local\/codes\/[0-9a-f]{32}\.png$/),
      at: 1_800_000_000_000,
    },
  ]);
  const picture = await fetch(`${cloud.url}${codes[0]?.png}`, {
    headers: { 'sec-fetch-site': 'same-origin' },
  });
  expect(picture.headers.get('content-type')).toBe('image/png');
  expect(readPicture(Buffer.from(await picture.arrayBuffer())).text).toBe(
    codeText({ path: codes[0]?.path ?? '' }),
  );
  expect((await fetch(`${cloud.url}/local/codes/none.png`)).status).toBe(404);
});

test('a code without a page leads home', async () => {
  await make({ scene: 'a' });
  expect(await cloud.get('/local/codes')).toMatchObject([{ path: 'pages/home/index?scene=a' }]);
});

test('a page that is not there only when nobody is to look', async () => {
  expect(await make({ scene: 'a', page: 'pages/new/index', checkPath: false })).toMatchObject({
    ok: { errCode: 0 },
  });
});

test('wxacode.get makes a code for a path with its own query', async () => {
  const { ok } = await make({ path: 'pages/shift/index?id=1' }, GET);
  expect(readPicture(Buffer.from(ok.picture, 'base64')).text).toBe(
    codeText({ path: 'pages/shift/index?id=1' }),
  );
  expect(await make({ path: '' }, GET)).toMatchObject({ errCode: 40159 });
  expect(await make({ path: '一'.repeat(1024) }, GET)).toMatchObject({ errCode: 40159 });
  expect(await make({ path: `p?q=${'x'.repeat(1020)}` }, GET)).toMatchObject({ ok: { errCode: 0 } });
});

test.each([
  [{}, 40169],
  [{ scene: '' }, 40169],
  [{ scene: 'x'.repeat(33) }, 40169],
  [{ scene: '百分' }, 40129],
  [{ scene: 'a%20' }, 40129],
  [{ scene: 'a', page: '/pages/home/index' }, 41030],
  [{ scene: 'a', page: 'pages/home/index?id=1' }, 41030],
  [{ scene: 'a', page: 'pages/none/index' }, 41030],
  [{ scene: 'a', envVersion: 'release_error' }, 40097],
  [{ scene: 'a', width: 279 }, 40097],
  [{ scene: 'a', width: 1281 }, 40097],
  [{ scene: 'scancode_time=1' }, 85096],
])('%j is refused', async (given, errCode) => {
  expect(await make(given)).toMatchObject({ errCode });
  expect(await cloud.get('/local/codes')).toEqual([]);
});

test('a text that is no code is not taken for one', () => {
  expect(readCodeText('https://example.com')).toBeUndefined();
  expect(readCodeText('weapp-local://code?path=%')).toBeUndefined();
});
