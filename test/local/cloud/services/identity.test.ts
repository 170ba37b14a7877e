import { SDK_FUNCTION } from '../sdk-function';
import { startTestCloud, type Answer, type TestCloud } from '../support';

const NOW = 1_800_000_000_000;
const FIVE_MINUTES = 5 * 60_000;
const NUMBER = `async ({ cloud, given }) => (await cloud.openapi.phonenumber.getPhoneNumber(given)).phoneInfo`;
const OPEN = `async ({ cloud, given }) => (await cloud.getOpenData({ list: given })).list`;

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({
    sdk: SDK_FUNCTION,
    echo: { source: 'exports.main = async (event) => event' },
  });
});
afterAll(() => cloud.end());
beforeEach(async () => {
  await cloud.post('/local/reset', {});
  await cloud.post('/local/clock', { frozen: true });
  await cloud.post('/local/clock', { at: NOW });
});

const run = async (script: string, given: unknown): Promise<unknown> =>
  (await cloud.call('alice', 'sdk', { sdk: 'wx', script, given })).result;

const phoneCode = async (openid: string): Promise<string> =>
  ((await cloud.post('/client/phoneCode', { openid })) as { code: string }).code;

const cloudId = async (openid: string): Promise<string> => {
  const made = await cloud.post('/client/cloudID', { openid, kind: 'group', data: { opengid: 'G1' } });
  return (made as { cloudID: string }).cloudID;
};

describe('a phone code', () => {
  test('is exchanged once for a number that stays the same', async () => {
    const code = await phoneCode('alice');
    const first = await run(NUMBER, { code });
    expect(first).toEqual({
      ok: {
        phoneNumber: expect.stringMatching(/^199\d{8}$/),
        purePhoneNumber: expect.stringMatching(/^199\d{8}$/),
        countryCode: '86',
        watermark: { timestamp: NOW / 1000, appid: 'wx0000000000local' },
      },
    });
    expect(await run(NUMBER, { code })).toMatchObject({ errCode: 40029 });
    expect(await run(NUMBER, { code: await phoneCode('alice') })).toEqual(first);
    expect(await run(NUMBER, { code: await phoneCode('bob') })).not.toEqual(first);
  });

  test('is worth nothing after five minutes', async () => {
    const [early, late] = [await phoneCode('alice'), await phoneCode('alice')];
    await cloud.post('/local/clock', { at: NOW + FIVE_MINUTES - 1 });
    expect(await run(NUMBER, { code: early })).toHaveProperty('ok.countryCode', '86');
    await cloud.post('/local/clock', { at: NOW + FIVE_MINUTES });
    expect(await run(NUMBER, { code: late })).toMatchObject({ errCode: 40029 });
  });

  test('of another person is refused when the function says whose it must be, and is kept', async () => {
    const code = await phoneCode('bob');
    expect(await run(NUMBER, { code, openid: 'alice' })).toMatchObject({ errCode: 40003 });
    expect(await run(NUMBER, { code, openid: 'bob' })).toHaveProperty('ok.countryCode', '86');
  });
});

describe('a CloudID', () => {
  async function call(openid: string, data: object, cloudIDs: object): Promise<Answer> {
    return (await cloud.post('/client/callFunction', { openid, name: 'echo', data, cloudIDs })) as Answer;
  }

  const opened = (cloudID: string): object => ({
    cloudID,
    data: { opengid: 'G1', watermark: { appid: 'wx0000000000local', timestamp: NOW / 1000 } },
  });

  test('at the top of a call is opened for the function, elsewhere it stays a text', async () => {
    const id = await cloudId('alice');
    const data = { group: `CloudID:${id}`, inner: { group: `CloudID:${id}` }, n: 1 };
    expect((await call('alice', data, { group: id })).result).toMatchObject({
      ...{ group: opened(id), inner: { group: `CloudID:${id}` }, n: 1 },
      userInfo: { openId: 'alice' },
    });
  });

  test('is opened by getOpenData too', async () => {
    const id = await cloudId('alice');
    expect(await run(OPEN, [id])).toEqual({ ok: [opened(id)] });
  });

  test('tells why it stays shut', async () => {
    const [own, others] = [await cloudId('alice'), await cloudId('bob')];
    expect((await call('alice', { a: `CloudID:${others}` }, { a: others })).result).toMatchObject({
      a: { cloudID: others, errCode: -601007 },
    });
    expect((await call('alice', { a: 'CloudID:none' }, { a: 'none' })).result).toMatchObject({
      a: { cloudID: 'none', errCode: -601005 },
    });
    await cloud.post('/local/clock', { at: NOW + FIVE_MINUTES });
    expect((await call('alice', { a: `CloudID:${own}` }, { a: own })).result).toMatchObject({
      a: { cloudID: own, errCode: -601006, errMsg: 'cloudID expired.' },
    });
  });

  test('a call opens five and no more', async () => {
    const ids = await Promise.all(Array.from({ length: 6 }, () => cloudId('alice')));
    const fields = (some: string[]) => Object.fromEntries(some.map((id, i) => [`f${i}`, id]));
    const data = Object.fromEntries(ids.map((id, i) => [`f${i}`, `CloudID:${id}`]));
    expect((await call('alice', data, fields(ids.slice(0, 5)))).result).toMatchObject({
      ...{ f4: opened(ids[4] ?? ''), f5: `CloudID:${ids[5]}` },
    });
    expect(await call('alice', data, fields(ids))).toMatchObject({ errCode: -501007 });
  });

  test('that its field does not hold is refused', async () => {
    expect(await call('alice', { a: 'CloudID:x' }, { a: 'y' })).toMatchObject({ errCode: -501007 });
  });
});
