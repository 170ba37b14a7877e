import { SDK_FUNCTION } from '../sdk-function';
import { startTestCloud, type TestCloud } from '../support';

const NOW = 1_800_000_000_000;
const DAY = 86_400_000;
const CREATE = `async ({ cloud, given }) => cloud.openapi.updatableMessage.createActivityId(given)`;
const SET = `async ({ cloud, given }) => cloud.openapi.updatableMessage.setUpdatableMsg(given)`;

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({ sdk: SDK_FUNCTION });
});
afterAll(() => cloud.end());
beforeEach(async () => {
  await cloud.post('/local/reset', {});
  await cloud.post('/local/clock', { frozen: true });
  await at(NOW);
});

const at = (time: number): Promise<unknown> => cloud.post('/local/clock', { at: time });

async function run(script: string, given: unknown): Promise<Record<string, unknown>> {
  const { result } = await cloud.call('alice', 'sdk', { sdk: 'wx', script, given });
  return result as Record<string, unknown>;
}

async function created(): Promise<string> {
  const { ok } = (await run(CREATE, {})) as { ok: { activityId: string } };
  return ok.activityId;
}

async function set(activityId: string, targetState: unknown, parameters: object): Promise<unknown> {
  const parameterList = Object.entries(parameters).map(([name, value]) => ({
    name,
    value: value as unknown,
  }));
  const { ok, errCode } = await run(SET, { activityId, targetState, templateInfo: { parameterList } });
  return ok ? 'ok' : errCode;
}

const line = (id: string): Promise<unknown> => cloud.get(`/local/activities?id=${encodeURIComponent(id)}`);
const JOINING = { member_count: '3', room_limit: '8' };
const BEGUN = { path: 'pages/shift/index?id=1', version_type: 'release' };

test('an activity lives for a day, told in seconds', async () => {
  const { ok } = await run(CREATE, {});
  const { activityId } = ok as { activityId: string };
  expect(ok).toMatchObject({ errCode: 0, expirationTime: (NOW + DAY) / 1000 });
  expect(await line(activityId)).toEqual({
    ...{ activityId, state: 0, members: null, limit: null, path: null, versionType: null },
    expiresAt: NOW + DAY,
  });
});

test('its line follows what the mini-program writes, and what has begun stays so', async () => {
  const id = await created();
  expect(await set(id, 0, JOINING)).toBe('ok');
  expect(await line(id)).toMatchObject({ state: 0, members: '3', limit: '8' });
  expect(await set(id, 0, { ...JOINING, member_count: '4' })).toBe('ok');
  expect(await set(id, 1, BEGUN)).toBe('ok');
  expect(await line(id)).toMatchObject({ state: 1, members: '4', limit: '8', ...{ path: BEGUN.path } });
  expect(await set(id, 0, JOINING)).toBe(47502);
  expect(await line(id)).toMatchObject({ state: 1, members: '4' });
});

test('a day after the last change it is over', async () => {
  const id = await created();
  await at(NOW + DAY / 2);
  await set(id, 0, JOINING);
  await at(NOW + DAY);
  expect(await set(id, 0, JOINING)).toBe(47504);
  expect(await line(id)).toMatchObject({ state: 0 });
  await at(NOW + DAY * 1.5);
  expect(await line(id)).toMatchObject({ state: 2, members: '3' });
});

test.each<[unknown, object, number]>([
  [0, { member_count: '3' }, 47001],
  [0, { member_count: 3, room_limit: '8' }, 47001],
  [0, { ...JOINING, colour: 'red' }, 47001],
  [1, { path: 'pages/home/index' }, 47001],
  [1, { path: 'pages/home/index', version_type: 'formal' }, 47503],
  [2, {}, 47502],
  ['0', JOINING, 47502],
])('state %j with %j is refused', async (state, parameters, errCode) => {
  const id = await created();
  expect(await set(id, state, parameters)).toBe(errCode);
  expect(await line(id)).toMatchObject({ state: 0, members: null });
});

test('an id that nobody made is refused', async () => {
  expect(await set('none', 0, JOINING)).toBe(47501);
  expect((await fetch(`${cloud.url}/local/activities?id=none`)).status).toBe(404);
});

test('a private message cannot be made from a cloud function', async () => {
  expect(await run(CREATE, { openid: 'alice' })).toMatchObject({ errCode: 47001 });
});
