import { SDK_FUNCTION } from './sdk-function';
import { startTestCloud, type TestCloud } from './support';

const SEND = `async ({ cloud, given }) => cloud.openapi.subscribeMessage.send(given)`;
const CHECK = `async ({ cloud, given }) => cloud.openapi.security.msgSecCheck({ version: 2, scene: 2, openid: 'alice', content: given })`;

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({ sdk: SDK_FUNCTION, without: { ...SDK_FUNCTION, config: { timeout: 20 } } });
});
afterAll(() => cloud.end());
beforeEach(async () => {
  await cloud.post('/local/reset', {});
});

async function run(script: string, given: unknown, name = 'sdk'): Promise<unknown> {
  return (await cloud.call('alice', name, { sdk: 'wx', script, given })).result;
}

const message = (data: object): object => ({
  touser: 'bob',
  templateId: 'T1',
  page: 'pages/shift?id=1',
  data: Object.fromEntries(Object.entries(data).map(([key, value]) => [key, { value: value as string }])),
});

test('one consent lets one message through', async () => {
  await cloud.post('/local/consents', { openid: 'bob', templateId: 'T1' });
  expect(await run(SEND, message({ thing1: '平安巡逻' }))).toMatchObject({
    ok: { errCode: 0, errMsg: 'openapi.subscribeMessage.send:ok' },
  });
  expect(await run(SEND, message({ thing1: '平安巡逻' }))).toMatchObject({ errCode: 43101 });
  expect(await cloud.get('/local/outbox?openid=bob')).toEqual({
    messages: [
      {
        id: 1,
        touser: 'bob',
        templateId: 'T1',
        page: 'pages/shift?id=1',
        data: { thing1: { value: '平安巡逻' } },
        at: expect.any(Number) as number,
      },
    ],
  });
  expect(await cloud.get('/local/outbox?openid=alice')).toEqual({ messages: [] });
  expect(await cloud.get('/local/consents?openid=bob')).toEqual({
    consents: [{ templateId: 'T1', count: 0 }],
  });
});

test.each([
  [{ thing1: '一'.repeat(21) }],
  [{ phrase1: '六个汉字太长' }],
  [{ phrase1: 'abc' }],
  [{ time1: '明天' }],
  [{ date1: '08:00' }],
  [{ number1: '三' }],
  [{ thing1: '' }],
  [{ unknown1: 'x' }],
])('%j is not sent and uses no consent', async (data) => {
  await cloud.post('/local/consents', { openid: 'bob', templateId: 'T1' });
  expect(await run(SEND, message(data))).toMatchObject({ errCode: 47003 });
  expect(await cloud.get('/local/consents?openid=bob')).toEqual({
    consents: [{ templateId: 'T1', count: 1 }],
  });
});

test.each([
  [
    {
      thing1: '一'.repeat(20),
      phrase2: '已经补上了',
      time3: '2026年7月1日 19:30',
      date4: '2026-07-01',
      number5: '3',
    },
  ],
  [
    {
      time1: '19:30~21:00',
      name2: '张三',
      phone_number3: '0571-8888',
      character_string4: 'A-1',
      amount5: '10.5元',
    },
  ],
])('%j is sent', async (data) => {
  await cloud.post('/local/consents', { openid: 'bob', templateId: 'T1' });
  expect(await run(SEND, message(data))).toMatchObject({ ok: { errCode: 0 } });
});

test('a function whose config.json does not name the interface has no permission', async () => {
  expect(await run(SEND, message({ thing1: 'x' }), 'without')).toMatchObject({ errCode: -604101 });
});

test('a listed word is risky or doubtful, other text passes', async () => {
  expect(await run(CHECK, '今晚巡逻')).toMatchObject({ ok: { result: { suggest: 'pass', label: 100 } } });
  expect(await run(CHECK, '这是违禁内容')).toMatchObject({ ok: { result: { suggest: 'risky' } } });
  expect(await run(CHECK, '这是存疑内容')).toMatchObject({ ok: { result: { suggest: 'review' } } });
});

test('an interface that is not there is named', async () => {
  expect(
    await run(`async ({ cloud }) => cloud.openapi.wxacode.createQRCode({ path: 'a' })`, null),
  ).toMatchObject({ errCode: -604100 });
});
