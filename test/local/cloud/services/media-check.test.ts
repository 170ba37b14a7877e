import { SDK_FUNCTION } from '../sdk-function';
import { startCloud, type Cloud } from '../../../../local/cloud';
import { makeFolders, startTestCloud, type TestCloud } from '../support';

const NOW = 1_800_000_000_000;
const CHECK = `async ({ cloud, given }) => (await cloud.openapi.security.mediaCheckAsync({ mediaType: 2, version: 2, scene: 1, openid: 'alice', ...given })).traceId`;
const TEXT = `async ({ cloud, given }) => (await cloud.openapi.security.msgSecCheck({ version: 2, scene: 1, ...given })).result`;
const PNG = Buffer.from('89504e470d0a1a0a', 'hex');

const PUSHED = {
  source: `exports.main = async (event) => console.log(JSON.stringify([process.env.TCB_SOURCE, process.env.WX_OPENID ?? null, event]))`,
};

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({
    sdk: SDK_FUNCTION,
    pushed: PUSHED,
  });
  await cloud.post('/local/clock', { frozen: true });
});
afterAll(() => cloud.end());
beforeEach(async () => {
  await cloud.post('/local/reset', {});
  await cloud.post('/local/clock', { at: NOW });
});

const run = async (script: string, given: unknown): Promise<unknown> => {
  const { result } = await cloud.call('alice', 'sdk', { sdk: 'wx', script, given });
  return (result as { ok?: unknown }).ok ?? result;
};

async function addressOf(mark: string): Promise<string> {
  const body = Buffer.concat([PNG, Buffer.from(mark)]);
  const query = 'openid=alice&path=a.png';
  const uploaded = await fetch(`${cloud.url}/client/uploadFile?${query}`, { method: 'POST', body });
  const { fileID } = (await uploaded.json()) as { fileID: string };
  const { fileList } = (await cloud.post('/client/getTempFileURL', {
    openid: 'alice',
    fileList: [fileID],
  })) as {
    fileList: { tempFileURL: string }[];
  };
  return fileList[0]?.tempFileURL ?? '';
}

/** What the function for pushes was called with about this check. */
async function pushed(trace: unknown, url = cloud.url): Promise<unknown> {
  for (let tries = 0; tries < 200; tries++) {
    const { invocations } = (await (await fetch(`${url}/local/invocations`)).json()) as {
      invocations: { function: string; logs: { text: string }[] }[];
    };
    const texts = invocations
      .filter((one) => one.function === 'pushed')
      .flatMap(({ logs }) => logs[0]?.text ?? []);
    const found = texts.find((text) => text.includes(String(trace)));
    if (found !== undefined) return JSON.parse(found);
    await new Promise((next) => setTimeout(next, 50));
  }
  throw new Error(`nothing was pushed about ${String(trace)}`);
}

test.each([
  ['', 'pass', 100],
  ['local:risky', 'risky', 21000],
  ['local:review', 'review', 21000],
])('a picture with the mark %j is found %s by an event', async (mark, suggest, label) => {
  const trace = await run(CHECK, { mediaUrl: await addressOf(mark) });
  expect(await pushed(trace)).toEqual([
    'wx_push',
    null,
    {
      ...{ ToUserName: 'gh_local', FromUserName: 'alice', CreateTime: NOW / 1000 },
      ...{
        MsgType: 'event',
        Event: 'wxa_media_check',
        appid: 'wx0000000000local',
        trace_id: trace,
        version: 2,
      },
      ...{ errcode: 0, errmsg: 'ok', result: { suggest, label } },
      detail: [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }],
    },
  ]);
});

test('what cannot be downloaded is told as such', async () => {
  const trace = await run(CHECK, { mediaUrl: 'https://example.com/a.png' });
  expect(await pushed(trace)).toMatchObject(['wx_push', null, { trace_id: trace, errcode: -1008 }]);
});

test('a finding that waits when the cloud ends is told by the next one', async () => {
  const folders = makeFolders({ sdk: SDK_FUNCTION, pushed: PUSHED });
  const call = async (to: Cloud, path: string, body: object): Promise<unknown> =>
    (await fetch(to.url + path, { method: 'POST', body: JSON.stringify(body) })).json();
  const first = await startCloud({ port: 0, ...folders });
  const data = { sdk: 'wx', script: CHECK, given: { mediaUrl: 'https://example.com/a.png' } };
  const answer = await call(first, '/client/callFunction', { openid: 'alice', name: 'sdk', data });
  const { ok: trace } = (answer as { result: { ok: string } }).result;
  await first.close();
  const second = await startCloud({ port: 0, ...folders });
  try {
    expect(await pushed(trace, second.url)).toMatchObject(['wx_push', null, { trace_id: trace }]);
  } finally {
    await second.close();
  }
});

test.each([
  [{ mediaUrl: 'http://x/a.png', mediaType: 3 }, 40004],
  [{ mediaUrl: '' }, 47001],
  [{ mediaUrl: 'http://x/a.png', version: 1 }, 47001],
  [{ mediaUrl: 'http://x/a.png', openid: 'somebody' }, 61010],
])('%j is refused', async (given, errCode) => {
  expect(await run(CHECK, given)).toMatchObject({ errCode });
});

const PICTURE = `async ({ cloud, given }) => (await cloud.openapi.security.imgSecCheck({
  media: { contentType: 'image/png', value: Buffer.concat([Buffer.from(given.head, 'hex'), Buffer.alloc(given.more)]) },
})).errCode`;

test('a small picture is checked at once', async () => {
  const head = PNG.toString('hex');
  expect(await run(PICTURE, { head, more: 9 })).toBe(0);
  const risky = Buffer.from('local:risky').toString('hex');
  expect(await run(PICTURE, { head: head + risky, more: 9 })).toMatchObject({ errCode: 87014 });
  expect(await run(PICTURE, { head, more: 1024 * 1024 })).toMatchObject({ errCode: 40006 });
  expect(await run(PICTURE, { head: '3c68746d6c', more: 9 })).toMatchObject({ errCode: 40006 });
});

test('a text is looked through with its title and names', async () => {
  const text = { openid: 'alice', content: '平安巡逻' };
  expect(await run(TEXT, text)).toEqual({ suggest: 'pass', label: 100 });
  expect(await run(TEXT, { ...text, nickname: '赌博大王' })).toEqual({ suggest: 'risky', label: 21000 });
  expect(await run(TEXT, { ...text, content: '一'.repeat(2501) })).toMatchObject({ errCode: 47001 });
});

test('only who was here within two hours can be checked', async () => {
  const text = { openid: 'bob', content: '平安巡逻' };
  expect(await run(TEXT, text)).toMatchObject({ errCode: 61010 });
  await cloud.call('bob', 'pushed');
  await cloud.post('/local/clock', { at: NOW + 2 * 3_600_000 - 1 });
  expect(await run(TEXT, text)).toEqual({ suggest: 'pass', label: 100 });
  await cloud.post('/local/clock', { at: NOW + 2 * 3_600_000 });
  expect(await run(TEXT, text)).toMatchObject({ errCode: 61010 });
});
