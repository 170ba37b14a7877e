import { SDK_FUNCTION } from '../sdk-function';
import { startTestCloud, type TestCloud } from '../support';

const SEND = `async ({ cloud, given }) => {
  const send = (one) => cloud.openapi.subscribeMessage.send(one).then(() => 'ok', ({ errCode, errMsg }) => [errCode, errMsg.replace(/.*fail /, '')]);
  return Array.isArray(given) ? Promise.all(given.map(send)) : send(given);
}`;

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({ sdk: SDK_FUNCTION });
});
afterAll(() => cloud.end());
beforeEach(async () => {
  await cloud.post('/local/reset', {});
  await cloud.post('/local/consents', { openid: 'bob', templateId: 'T1', count: 2 });
  await cloud.post('/local/consents', { openid: 'bob', templateId: 'T2' });
  await cloud.post('/local/consents', { openid: 'eve', templateId: 'T1' });
});

async function send(given: unknown): Promise<unknown> {
  const { result } = await cloud.call('alice', 'sdk', { sdk: 'wx', script: SEND, given });
  return (result as { ok?: unknown }).ok ?? result;
}

const message = (change: object = {}): object => ({
  ...{ touser: 'bob', templateId: 'T1', page: 'pages/home/index', data: { thing1: { value: '巡逻' } } },
  ...change,
});
const left = async (): Promise<unknown> => cloud.get('/local/consents?openid=bob');
const UNTOUCHED = {
  consents: [
    { templateId: 'T1', count: 2 },
    { templateId: 'T2', count: 1 },
  ],
};

test('two messages at once to one person: one is sent, the other keeps its consent', async () => {
  const answers = await send([message(), message()]);
  expect(answers).toEqual(expect.arrayContaining(['ok', [43108, 'concurrent messages to one user']]));
  expect(await left()).toMatchObject({ consents: [{ templateId: 'T1', count: 1 }, {}] });
});

test('to two people at once, or one after the other, all are sent', async () => {
  expect(await send([message(), message({ touser: 'eve' })])).toEqual(['ok', 'ok']);
  expect(await send(message())).toBe('ok');
  expect(await send(message())).toEqual([43101, 'user refuse to accept the msg']);
});

test.each([
  [{ templateId: 'T9' }, 40037, 'invalid template_id'],
  [{ page: '/pages/home/index' }, 41030, 'invalid page'],
  [{ data: { thing1: { value: '开赌博' } } }, 45168, 'the message hits a sensitive word'],
  [{ miniprogramState: 'dev' }, 47003, 'argument invalid! miniprogram_state invalid'],
  [{ lang: 'de' }, 47003, 'argument invalid! lang invalid'],
  [{ data: { thing1: { value: '一'.repeat(21) } } }, 47003, 'argument invalid! data.thing1.value invalid'],
  [{ data: { thing1: { value: '一\n二' } } }, 47003, 'argument invalid! data.thing1.value invalid'],
  [{ templateId: 'T2' }, 47003, 'argument invalid! data.time2.value is empty'],
  [
    { templateId: 'T2', data: { thing1: { value: 'a' }, time2: { value: '19:30' }, thing9: { value: 'a' } } },
    47003,
    'argument invalid! data.thing9 is not of this template',
  ],
])('%j is not sent and uses no consent', async (change, errCode, errMsg) => {
  expect(await send(message(change))).toEqual([errCode, errMsg]);
  expect(await left()).toEqual(UNTOUCHED);
});

test.each([
  [{ time1: '25:00' }],
  [{ time1: '19:60' }],
  [{ date1: '2026年13月1日' }],
  [{ date1: '2026-02-32' }],
  [{ time1: '19:30~明天' }],
  [{ symbol1: '字' }],
  [{ car_number1: '浙A-12345678' }],
  [{ amount1: '十元' }],
])('%j is beyond the limits', async (data) => {
  const [[key, value]] = Object.entries(data) as [[string, string]];
  expect(await send(message({ data: { [key]: { value } } }))).toEqual([
    47003,
    `argument invalid! data.${key}.value invalid`,
  ]);
});

test.each([
  [{ time1: '2019年10月1日 15:01' }],
  [{ time1: '15:01~16:30' }],
  [{ date1: '2018.01.01' }],
  [{ date1: '10月1日' }],
  [{ date1: '2018-01' }],
  [{ amount1: '￥100.5' }],
  [{ symbol1: '★' }],
  [{ car_number1: '粤A8Z888挂' }],
  [{ name1: '欧阳 Anna' }],
  [{ phone_number1: '+86-0766-66888866' }],
])('%j is within them', async (data) => {
  const [[key, value]] = Object.entries(data) as [[string, string]];
  expect(await send(message({ data: { [key]: { value } } }))).toBe('ok');
});

test('the templates are those of the console', async () => {
  expect(await cloud.get('/local/templates')).toEqual([
    { id: 'T1', title: '值勤提醒' },
    { id: 'T2', title: '候补成功通知' },
  ]);
});

test.each([
  [{ openid: 'bob', templateId: 'T9' }],
  [{ openid: '', templateId: 'T1' }],
  [{ openid: 'bob', templateId: 'T1', count: 101 }],
  [{ openid: 'bob', templateId: 'T1', count: 1e300 }],
  [{ openid: 'bob', templateId: 'T1', count: 0.5 }],
  [{ openid: 'bob', templateId: 'T1', count: -1 }],
])('the consent %j is refused', async (consent) => {
  expect(await cloud.post('/local/consents', consent)).toMatchObject({ code: 'INVALID_PARAM' });
  expect(await left()).toEqual(UNTOUCHED);
});
