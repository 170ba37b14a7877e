import { readOptions } from '../../../local/start/options';
import { startTestCloud, type TestCloud } from './support';

const START = Date.UTC(2026, 10, 24, 4);
const HOUR = 3_600_000;

let cloud: TestCloud;
beforeAll(async () => {
  const now = `exports.main = () => Date.now()`;
  cloud = await startTestCloud(
    {
      now: { source: now },
      early: {
        source: now,
        config: { triggers: [{ name: 'at-three', type: 'timer', config: '0 0 3 * * * *' }] },
      },
      often: {
        source: now,
        config: { triggers: [{ name: 'five', type: 'timer', config: '0 */5 * * * * *' }] },
      },
    },
    { clock: '2026-11-24T12:00:00+08:00' },
  );
});
afterAll(() => cloud.end());

interface Fired {
  function: string;
  source: string;
  at: number;
}
const fired = async (): Promise<Fired[]> =>
  ((await cloud.get('/local/invocations')) as { invocations: Fired[] }).invocations.filter(
    ({ source }) => source === 'wx_trigger',
  );

test('the cloud begins at the time it is told, and its functions with it', async () => {
  const { result } = await cloud.call('alice', 'now');
  expect(Number(result) - START).toBeGreaterThanOrEqual(0);
  expect(Number(result) - START).toBeLessThan(60_000);
});

test('a jump of a day fires each timer that lies between once, before it is answered', async () => {
  await cloud.post('/local/clock', { frozen: true });
  await cloud.post('/local/clock', { at: START + 60_000 });
  expect(await fired()).toEqual([]);
  const { timers } = (await cloud.get('/local/timer')) as { timers: object[] };
  expect(timers).toEqual([
    { function: 'early', trigger: 'at-three', cron: '0 0 3 * * * *', next: START + 15 * HOUR, fired: 0 },
    { function: 'often', trigger: 'five', cron: '0 */5 * * * * *', next: START + 5 * 60_000, fired: 0 },
  ]);
  await cloud.post('/local/clock', { at: START + 24 * HOUR });
  expect((await fired()).map((one) => [one.function, one.at])).toEqual([
    ['often', START + 24 * HOUR],
    ['early', START + 24 * HOUR],
  ]);
  await cloud.post('/local/clock', { at: START });
  expect(await fired()).toHaveLength(2);
});

test.each([
  [{ at: 1e300 }, 'the clock goes from 2000 to 2099'],
  [{ at: 0 }, 'the clock goes from 2000 to 2099'],
  [{ offset: -1e15 }, 'the clock goes from 2000 to 2099'],
  [{ at: '2026' }, 'at must be a number of milliseconds'],
  [{ frozen: 1 }, 'frozen must be true or false'],
])('the clock refuses %j and stays', async (change, message) => {
  const before = await cloud.get('/local/clock');
  expect(await cloud.post('/local/clock', change)).toMatchObject({
    code: 'INVALID_PARAM',
    message: expect.stringContaining(message) as string,
  });
  expect(await cloud.get('/local/clock')).toMatchObject({ now: (before as { now: number }).now });
});

test.each(['tomorrow', '2026-13-01', '1', '2026-11-24 12:00'])(
  'the option --clock refuses "%s"',
  async (clock) => {
    await expect(startTestCloud({}, { clock })).rejects.toThrow(/is no time/);
  },
);

test('npm start takes the clock and the faults as options', () => {
  expect(readOptions(['--clock', '2026-11-24T12:00:00+08:00'], {})).toMatchObject({
    clock: START,
    faults: [],
  });
  expect(() => readOptions(['--clock', 'soon'], {})).toThrow('"soon" is no time');
  expect(() => readOptions(['--faults', 'absent.json'], {})).toThrow(/^absent\.json: .*ENOENT/);
});
