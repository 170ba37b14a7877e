import { SDK_FUNCTION, WX_SDK } from './sdk-function';
import { startTestCloud, type TestCloud } from './support';

const PEOPLE = 300;

/** Waits, asks the database and another function, and tells each time who it thinks is calling. */
const slow = `
  const cloud = require(${WX_SDK});
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
  const who = () => cloud.getWXContext().OPENID;
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));
  exports.main = async (event) => {
    const seen = [who()];
    await pause(event.ms);
    seen.push(who());
    await cloud.database().collection('events').add({ data: { _id: 'of-' + who(), openid: who() } });
    seen.push(who());
    const { result } = await cloud.callFunction({ name: 'other', data: { ms: event.ms } });
    seen.push(result.openid, result.after, who());
    const stored = await cloud.database().collection('events').doc('of-' + event.userInfo.openId).get();
    return { seen, stored: stored.data.openid, appid: cloud.getWXContext().APPID };
  };`;
const other = `
  const cloud = require(${WX_SDK});
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
  exports.main = async ({ ms }) => {
    const openid = cloud.getWXContext().OPENID;
    await new Promise((done) => setTimeout(done, ms));
    return { openid, after: cloud.getWXContext().OPENID };
  };`;

/** What one endless loop can fill a machine with, outside of its own heap. */
const EATEN = {
  floats: 'new Float32Array(1_000_000).fill(1)',
  integers: 'new Int8Array(4_000_000).fill(1)',
  big: 'new BigUint64Array(500_000).fill(1n)',
  shared: 'new Uint8Array(new SharedArrayBuffer(4_000_000)).fill(1)',
  copies: 'given.slice()',
  clones: 'structuredClone(given)',
  random: `require('node:crypto').randomBytes(4_000_000)`,
  webAssembly: 'new Uint8Array(new WebAssembly.Memory({ initial: 64 }).buffer).fill(1)',
};

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({
    slow: { source: slow, config: { timeout: 20 } },
    other: { source: other, config: { timeout: 20 } },
    hangs: { source: `exports.main = () => { for (;;) {} }`, config: { timeout: 1 } },
    eats: {
      source: `exports.main = () => { const all = []; for (;;) all.push(new Array(1000).fill(all.length)); }`,
      config: { timeout: 20, memorySize: 64 },
    },
    eatsBytes: {
      source: `exports.main = () => { const all = []; for (;;) all.push(Buffer.alloc(4_000_000, 1)); }`,
      config: { timeout: 20, memorySize: 64 },
    },
    eatsArrays: {
      source: `exports.main = async () => {
        const all = [];
        for (;;) { all.push(new Uint8Array(4_000_000).fill(1)); await null; }
      }`,
      config: { timeout: 20, memorySize: 64 },
    },
    ...Object.fromEntries(
      Object.entries(EATEN).map(([name, make]) => [
        name,
        {
          source: `const given = new Uint8Array(4_000_000).fill(1);
            exports.main = () => { const all = []; for (;;) all.push(${make}); }`,
          config: { timeout: 20, memorySize: 64 },
        },
      ]),
    ),
    churns: {
      source: `exports.main = () => { let sum = 0; for (let n = 0; n < 500; n++) sum += Buffer.alloc(1_000_000, 1).length; return sum; }`,
      config: { timeout: 20, memorySize: 64 },
    },
    sdk: SDK_FUNCTION,
  });
});
afterAll(() => cloud.end());

test('three hundred people at once, while others hang and eat memory: nobody ever sees another', async () => {
  const people = Array.from({ length: PEOPLE }, (_, i) => `person-${i}`);
  const troubles = ['hangs', 'eats', 'eatsBytes', 'eatsArrays'].map((name) => cloud.call('trouble', name));
  const answers = await Promise.all(people.map((openid) => cloud.call(openid, 'slow', { ms: 5 })));
  expect(answers.map(({ result }) => result)).toEqual(
    people.map((openid) => ({
      seen: Array.from({ length: 6 }, () => openid),
      stored: openid,
      appid: 'wx0000000000local',
    })),
  );
  expect((await Promise.all(troubles)).map(({ errCode, errMsg }) => [errCode, errMsg])).toEqual([
    [-504003, expect.stringContaining('Invoking task timed out after 1 seconds')],
    [-504002, expect.stringContaining('the function used more memory than it may')],
    [-504002, expect.stringContaining('the function used more memory than it may')],
    [-504002, expect.stringContaining('the function used more memory than it may')],
  ]);
});

test.each(Object.keys(EATEN))('a function that eats memory by %s fails alone', async (name) => {
  const [eaten, beside] = await Promise.all([
    cloud.call('trouble', name),
    cloud.call('alice', 'other', { ms: 300 }),
  ]);
  expect(eaten).toMatchObject({
    errCode: -504002,
    errMsg: expect.stringContaining('the function used more memory than it may') as string,
  });
  expect(beside.result).toEqual({ openid: 'alice', after: 'alice' });
});

test('bytes that were let go are not held against a function', async () => {
  expect((await cloud.call('alice', 'churns')).result).toBe(500_000_000);
});

test('a line and a call of logs are cut short', async () => {
  const { requestID } = await cloud.call('alice', 'sdk', {
    sdk: 'wx',
    script: `() => { console.log('x'.repeat(1e6)); for (let i = 0; i < 1e5; i++) console.log('again and again', i); }`,
  });
  const { invocations } = (await cloud.get(`/local/invocations?invocation=${requestID}`)) as {
    invocations: { logs: { level: string; text: string }[] }[];
  };
  const logs = invocations[0]?.logs ?? [];
  expect(logs[0]?.text).toBe(`${'x'.repeat(4000)}… (1000000 characters)`);
  expect(logs.at(-1)).toEqual({ level: 'warn', text: 'the rest of this call is not kept' });
  expect(logs.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThan(65_000);
});
