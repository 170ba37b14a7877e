import { NODE_SDK } from './sdk-function';
import { startTestCloud, type TestCloud } from './support';

const echo = `exports.main = async (event) => ({ openid: process.env.WX_OPENID, ...event })`;

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({
    echo: { source: echo },
    throws: { source: `exports.main = async () => { throw new Error('no such shift'); }` },
    broken: { source: `throw new Error('cannot load');` },
    rejects: {
      source: `exports.main = () => { Promise.reject(new Error('left alone')); return new Promise(() => {}); }`,
    },
    leaves: { source: `exports.main = () => process.exit(0);` },
    hangs: { source: `exports.main = () => { for (;;) {} }`, config: { timeout: 0.3 } },
    waits: { source: `exports.main = () => new Promise(() => {})`, config: { timeout: 0.3 } },
    eats: {
      source: `exports.main = () => { const all = []; for (;;) all.push(new Array(1000).fill(all.length)); }`,
      config: { timeout: 20, memorySize: 32 },
    },
    large: { source: `exports.main = ({ size }) => 'x'.repeat(size)` },
    deep: {
      source: `exports.main = () => { let all = 1; for (let i = 0; i < 5000; i++) all = [all]; return all; }`,
    },
    nothing: { source: `exports.main = () => undefined` },
    slow: {
      source: `
        exports.main = async ({ ms }) => {
          const before = process.env.WX_OPENID;
          await new Promise((done) => setTimeout(done, ms));
          return [before, process.env.WX_OPENID];
        }`,
    },
    keys: {
      source: `exports.main = () => ({ openid: process.env.WX_OPENID ?? null, keys: process.env.WX_CONTEXT_KEYS, source: process.env.TCB_SOURCE })`,
    },
    clock: {
      source: `exports.main = () => ({
        now: Date.now(), date: new Date().getTime(), given: new Date(5).getTime(), is: new Date() instanceof Date,
        utc: new Date(2020, 0, 1).getTime() === Date.UTC(2020, 0, 1), text: Object.prototype.toString.call(new Date()),
      })`,
    },
    counts: { source: `let calls = 0; exports.main = () => ++calls` },
    logs: { source: `exports.main = ({ n }) => { console.log('n is', n); console.error('bad'); }` },
    calls: {
      source: `
        const node = require(${NODE_SDK});
        const app = node.init({ env: node.SYMBOL_CURRENT_ENV });
        exports.main = async ({ name, size, pad = 0 }) => {
          const data = { from: 'calls', ...(size && { size }), ...(pad && { pad: 'x'.repeat(pad) }) };
          try { return (await app.callFunction({ name, data })).result; }
          catch (error) { return { code: error.code }; }
        }`,
      config: { timeout: 20 },
    },
    timed: {
      source: `exports.main = (event) => ({ event, openid: process.env.WX_OPENID ?? null, source: process.env.TCB_SOURCE })`,
      config: { triggers: [{ name: 'sweep', type: 'timer', config: '0 0 3 * * * *' }] },
    },
  });
});
afterAll(() => cloud.end());

const stillAnswers = async (): Promise<void> => {
  expect((await cloud.call('bob', 'echo', { n: 1 })).result).toMatchObject({ openid: 'bob', n: 1 });
};

test('a function gets its event with who calls merged in', async () => {
  expect((await cloud.call('alice', 'echo', { n: 1 })).result).toEqual({
    openid: 'alice',
    n: 1,
    userInfo: { openId: 'alice', appId: 'wx0000000000local' },
  });
});

test.each([
  ['throws', -504002, 'functions execute fail | errMsg: Error: no such shift'],
  ['broken', -504002, 'functions execute fail | errMsg: Error: cannot load'],
  ['rejects', -504002, 'functions execute fail | errMsg: Error: left alone'],
  ['leaves', -504002, 'functions execute fail | errMsg: Process exited unexpectedly'],
  ['hangs', -504003, 'functions time limit exceeded | errMsg: Invoking task timed out after 0.3 seconds'],
  ['waits', -504003, 'functions time limit exceeded | errMsg: Invoking task timed out after 0.3 seconds'],
  ['eats', -504002, 'functions execute fail | errMsg: the function used more memory than it may'],
])('%s fails alone', async (name, errCode, words) => {
  const [answer] = await Promise.all([cloud.call('alice', name), stillAnswers()]);
  expect(answer.errCode).toBe(errCode);
  expect(answer.errMsg).toContain(`cloud.callFunction:fail ${errCode} ${words}`);
  await stillAnswers();
});

test('an answer of 1 MB passes, one byte more does not', async () => {
  const fits = 1024 * 1024 - 2;
  expect((await cloud.call('alice', 'large', { size: fits })).result).toHaveLength(fits);
  expect(await cloud.call('alice', 'large', { size: fits + 1 })).toMatchObject({ errCode: -604001 });
});

test('a request of more than 100 KB is refused', async () => {
  expect((await cloud.call('alice', 'echo', { text: 'x'.repeat(101 * 1024) })).errMsg).toContain(
    'EXCEED_MAX_PAYLOAD_SIZE',
  );
});

test('between functions the same limits hold', async () => {
  expect((await cloud.call('alice', 'calls', { name: 'large', size: 1024 * 1024 })).result).toEqual({
    code: 'FUNCTION_RESULT_SIZE_EXCEED_LIMIT',
  });
  expect((await cloud.call('alice', 'calls', { name: 'echo', pad: 101 * 1024 })).result).toEqual({
    code: 'EXCEED_MAX_PAYLOAD_SIZE',
  });
});

test('an answer may be as deep as its function could write it', async () => {
  const response = await fetch(`${cloud.url}/client/callFunction`, {
    method: 'POST',
    body: JSON.stringify({ openid: 'alice', name: 'deep' }),
  });
  expect([response.status, (await response.text()).split('[').length - 1]).toEqual([200, 5000]);
});

test('a function that is not there is named', async () => {
  expect(await cloud.call('alice', '../secrets')).toMatchObject({
    errCode: -501000,
    errMsg: expect.stringContaining('FUNCTION_NOT_FOUND') as string,
  });
});

test('no answer is null', async () => {
  expect(await cloud.call('alice', 'nothing')).toMatchObject({ result: null });
});

test('sixty people at once: nobody sees another', async () => {
  const people = Array.from({ length: 60 }, (_, i) => `person-${i}`);
  const answers = await Promise.all(people.map((openid) => cloud.call(openid, 'slow', { ms: 20 })));
  expect(answers.map(({ result }) => result)).toEqual(people.map((openid) => [openid, openid]));
});

test('an instance forgets who called before', async () => {
  await cloud.call('alice', 'keys');
  const { result } = (await cloud.post('/local/timer', { function: 'timed', trigger: 'sweep' })) as {
    result: unknown;
  };
  expect(result).toMatchObject({
    openid: null,
    source: 'wx_trigger',
    event: { Type: 'Timer', TriggerName: 'sweep' },
  });
  expect((await cloud.call('bob', 'keys')).result).toEqual({
    openid: 'bob',
    keys: 'WX_OPENID,WX_APPID,WX_CLIENTIP',
    source: 'wx_client',
  });
});

test('an instance keeps its module between calls', async () => {
  expect((await cloud.call('alice', 'counts')).result).toBe(1);
  expect((await cloud.call('bob', 'counts')).result).toBe(2);
});

test('a function that calls a function hands on the person', async () => {
  expect((await cloud.call('alice', 'calls', { name: 'keys' })).result).toMatchObject({
    openid: 'alice',
    source: 'wx_client,scf',
  });
  expect((await cloud.call('alice', 'calls', { name: 'throws' })).result).toEqual({
    code: 'FUNCTIONS_EXECUTE_FAIL',
  });
  expect((await cloud.call('alice', 'calls', { name: 'absent' })).result).toEqual({
    code: 'FUNCTION_NOT_FOUND',
  });
});

test('functions run in UTC by the clock of the cloud', async () => {
  await cloud.post('/local/clock', { at: 1_800_000_000_000, frozen: true });
  const { result } = await cloud.call('alice', 'clock');
  expect(result).toEqual({
    now: 1_800_000_000_000,
    date: 1_800_000_000_000,
    given: 5,
    is: true,
    utc: true,
    text: '[object Date]',
  });
  expect(await cloud.post('/local/clock', { offset: 0, frozen: false })).toMatchObject({ frozen: false });
});

test('what a function says is kept with its invocation', async () => {
  const { requestID } = await cloud.call('alice', 'logs', { n: 3 });
  expect(await cloud.get(`/local/invocations?invocation=${requestID}`)).toMatchObject({
    invocations: [
      {
        logs: [
          { level: 'log', text: 'n is 3' },
          { level: 'error', text: 'bad' },
        ],
      },
    ],
  });
});

test('a clock that jumps fires a timer once', async () => {
  const fired = async (): Promise<number> => {
    const { invocations } = (await cloud.get('/local/invocations')) as {
      invocations: { function: string; source: string }[];
    };
    return invocations.filter((one) => one.function === 'timed').length;
  };
  const before = await fired();
  await cloud.post('/local/clock', { offset: 3 * 86_400_000, frozen: true });
  const deadline = performance.now() + 10_000;
  while ((await fired()) === before && performance.now() < deadline)
    await new Promise((next) => setTimeout(next, 50));
  await new Promise((next) => setTimeout(next, 1200));
  expect(await fired()).toBe(before + 1);
});

test('a host that is killed comes back', async () => {
  const waiting = cloud.call('alice', 'slow', { ms: 2000 });
  await cloud.call('bob', 'echo');
  process.kill(cloud.hostPid() ?? 0, 'SIGKILL');
  expect(await waiting).toMatchObject({ errCode: -504002 });
  await stillAnswers();
});
