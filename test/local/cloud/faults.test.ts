import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FaultInput } from '../../../local/cloud/faults/fault';
import { readFaultsFile } from '../../../local/cloud/faults/routes';
import type { ShiftDocument } from '../../../typings/documents/event';
import { NOW, join as joinShift, raceVillage, runners, tapOf } from '../../bench/race/village';
import { eventIdOf } from '../../support/makers';
import { startStudio } from '../../support/studio';
import { SDK_FUNCTION } from './sdk-function';
import { startTestCloud, type TestCloud } from './support';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud(
    {
      sdk: SDK_FUNCTION,
      echo: { source: `exports.main = async (event) => event.n`, config: { timeout: 0.4 } },
      timed: {
        source: `exports.main = () => 1`,
        config: { triggers: [{ name: 'sweep', type: 'timer', config: '0 0 3 * * * *' }] },
      },
    },
    {
      faults: [
        { kind: 'error', action: 'database.removeDocument', next: 1, code: 'DATABASE_REQUEST_FAILED' },
      ],
    },
  );
});
afterAll(() => cloud.end());
afterEach(async () => {
  await fetch(`${cloud.url}/local/faults`, { method: 'DELETE' });
});

const order = (fault: FaultInput | FaultInput[]) => cloud.post('/local/faults', fault);
const run = async (script: string, sdk = 'node') => {
  const answer = await cloud.call('alice', 'sdk', { sdk, script });
  return answer.result ?? answer;
};

test('a fault given at the start hits once, then all is well', async () => {
  const remove = `({ db }) => db.collection('events').where({ _id: 'none' }).remove()`;
  expect(await run(remove)).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' });
  expect(await run(remove)).toMatchObject({ ok: { deleted: 0 } });
});

test('an answer that is lost is committed all the same', async () => {
  await order({ kind: 'lost', action: 'database.insertDocument', next: 1 });
  expect(await run(`({ db }) => db.collection('events').add({ _id: 'lost-1', n: 1 })`)).toMatchObject({
    message: expect.stringMatching(/socket hang up|ECONNRESET/) as string,
  });
  expect(await run(`({ db }) => db.collection('events').doc('lost-1').get()`)).toMatchObject({
    ok: { data: [{ _id: 'lost-1', n: 1 }] },
  });
});

test('a conflict writes nothing and has the words of the platform', async () => {
  await order({ kind: 'conflict', action: '*', next: 1 });
  expect(await run(`({ db }) => db.collection('events').add({ _id: 'conflict-1' })`)).toMatchObject({
    code: 'DATABASE_TRANSACTION_CONFLICT',
    message: expect.stringContaining('[ResourceUnavailable.TransactionConflict]') as string,
  });
  expect(await run(`({ db }) => db.collection('events').where({ _id: 'conflict-1' }).count()`)).toMatchObject(
    {
      ok: { total: 0 },
    },
  );
});

test('an open interface can fail by itself', async () => {
  await order({ kind: 'error', action: 'wx.openApi:security.msgSecCheck', code: 'SYS_ERR', next: 1 });
  const check = `({ cloud }) => cloud.openapi.security.msgSecCheck({ content: 'x', openid: 'alice', scene: 1, version: 2 })`;
  expect(await run(check, 'wx')).toMatchObject({ errCode: -501001 });
  expect(await run(check, 'wx')).toMatchObject({ ok: { errCode: 0 } });
});

test('a function is slow within its time limit, fails, or loses its answer', async () => {
  await order([
    { kind: 'slow', action: 'function:echo', ms: 5000, next: 1 },
    { kind: 'latency', action: 'function:echo', ms: 600, next: 1 },
  ]);
  expect(await cloud.call('alice', 'echo', { n: 1 })).toMatchObject({ errCode: -504003 });
  expect(await cloud.call('alice', 'echo', { n: 2 })).toMatchObject({ result: 2 });
  await order({ kind: 'error', action: 'function:*', next: 1, message: 'ordered' });
  expect(await cloud.call('alice', 'echo')).toMatchObject({
    errCode: -504002,
    errMsg: expect.stringContaining('ordered') as string,
  });
  await order({ kind: 'lost', action: 'function:echo', next: 1 });
  await expect(cloud.call('alice', 'echo')).rejects.toThrow();
  expect(await cloud.call('alice', 'echo', { n: 3 })).toMatchObject({ result: 3 });
});

test('a timer fires twice when told to', async () => {
  const fired = async () =>
    ((await cloud.get('/local/timer')) as { timers: { fired: number }[] }).timers[0]?.fired;
  await order({ kind: 'timerTwice', action: 'timer:timed/sweep', next: 1 });
  const before = (await fired()) ?? 0;
  await cloud.post('/local/timer', { function: 'timed', trigger: 'sweep' });
  expect(await fired()).toBe(before + 2);
  await cloud.post('/local/timer', { function: 'timed', trigger: 'sweep' });
  expect(await fired()).toBe(before + 3);
});

test('the same seed hits the same requests', async () => {
  const series = async (seed: number): Promise<boolean[]> => {
    await order({ kind: 'error', action: 'database.calculateDocument', probability: 0.5, seed });
    const hits = (await run(`async ({ db }) => {
      const hits = [];
      for (let i = 0; i < 20; i++) hits.push(await db.collection('events').count().then((r) => 'code' in r, () => true));
      return hits;
    }`)) as { ok: boolean[] };
    await fetch(`${cloud.url}/local/faults`, { method: 'DELETE' });
    return hits.ok;
  };
  const first = await series(7);
  expect(first.filter(Boolean).length).toBeGreaterThan(3);
  expect(first.filter((hit) => !hit).length).toBeGreaterThan(3);
  expect(await series(7)).toEqual(first);
  expect(await series(8)).not.toEqual(first);
});

test.each([
  [{ kind: 'late', action: '*' }, 'kind'],
  [{ kind: 'latency', action: '*' }, 'ms'],
  [{ kind: 'latency', action: '*', ms: 1e9 }, 'ms'],
  [{ kind: 'lost', action: 'everything' }, 'action'],
  [{ kind: 'conflict', action: 'function:echo' }, 'action'],
  [{ kind: 'lost', action: '*', next: 0 }, 'next'],
  [{ kind: 'lost', action: '*', probability: 2 }, 'probability'],
  [{ kind: 'lost', action: '*', often: true }, 'often'],
])('the fault %j is refused for its %s', async (fault, what) => {
  expect(await order(fault as FaultInput)).toMatchObject({
    code: 'INVALID_PARAM',
    message: expect.stringContaining(what) as string,
  });
  expect(await cloud.get('/local/faults')).toEqual({ faults: [] });
});

test('a file of faults is read like a request, a mistake named with the file', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'faults-')), 'faults.json');
  writeFileSync(file, '[{ "kind": "lost", "action": "*" }]');
  expect(readFaultsFile(file)).toEqual([{ kind: 'lost', action: '*', probability: 1, seed: 1 }]);
  writeFileSync(file, '[{ "kind": "lost" }]');
  expect(() => readFaultsFile(file)).toThrow(`${file}: fault 0.action`);
});

test('a person whose answers get lost again and again signs up exactly once', async () => {
  const people = runners(4);
  const faults: FaultInput[] = [
    { kind: 'lost', action: 'database.modifyAndReturnDoc', probability: 0.4, seed: 3 },
    { kind: 'lost', action: 'function:patrols', probability: 0.4, seed: 4 },
  ];
  const studio = await startStudio({ now: NOW, documents: raceVillage(people, { tonight: 7 }) });
  await fetch(`${studio.url}/local/faults`, { method: 'POST', body: JSON.stringify(faults) });
  const untilAnswered = async (person: string): Promise<unknown> => {
    for (;;) {
      const answer = await joinShift(studio, tapOf(person, 'tonight', 7)).catch(() => undefined);
      if (answer?.ok) return answer.data;
    }
  };
  const answers = await Promise.all(people.map(untilAnswered));
  const hits = ((await (await fetch(`${studio.url}/local/faults`)).json()) as { faults: { hits: number }[] })
    .faults;
  await fetch(`${studio.url}/local/faults`, { method: 'DELETE' });
  const shift = await studio.document<ShiftDocument>('events', eventIdOf('tonight'));
  await studio.close();
  expect(answers).toMatchObject(people.map(() => ({ state: 'placed' })));
  expect(shift?.roster.map(({ memberId }) => memberId)).toHaveLength(people.length);
  expect(new Set(shift?.roster.map(({ memberId }) => memberId)).size).toBe(people.length);
  expect(shift?.joined['member']).toBe(people.length);
  for (const fault of hits) expect(fault.hits).toBeGreaterThan(0);
});
