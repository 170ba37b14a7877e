import {
  aMember,
  anEntry,
  anEntryOfTheRoster,
  aSession,
  aShift,
  askingOf,
  aStudio,
  eventIdOf,
  openidOf,
  STUDIO,
} from '../support/makers';
import { stored } from '../support/stored';
import { type RunningStudio, startStudio } from '../support/studio';

/** 北京时间 11 月 23 日 18:00。 */
const NOW = Date.parse('2026-11-23T10:00:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const full = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((label) => anEntry(label));
const leader = anEntry('l', { post: 'leader' });

let studio: RunningStudio;

beforeAll(async () => {
  studio = await startStudio({ now: NOW, instances: 1 });
});
afterAll(() => studio.close());

beforeEach(async () => {
  await studio.reset();
  await studio.setClock(NOW);
});

const aClaim = (label: string, from: number) => ({
  studioId: STUDIO,
  ref: eventIdOf(label),
  from,
  to: from + 2 * HOUR,
  post: 'member',
  at: NOW - (NOW % 60_000),
});
const load = (...docs: Parameters<typeof stored>) => studio.load(stored(aStudio(), ...docs));
const ask = async (action: 'patrols.board' | 'patrols.mine' | 'members.home', label = 'a') => {
  const answer = await studio.call(openidOf(label), action, { studioId: STUDIO });
  if (!answer.ok) throw new Error(answer.code);
  return answer.data;
};
const board = async (label = 'a') => (await ask('patrols.board', label)) as { shifts: { shiftId: string }[] };
const ids = (cards: { shiftId: string }[]) => cards.map(({ shiftId }) => shiftId.slice(2).replace(/^0+/, ''));

describe('任务白板', () => {
  test('今天零点到明天半夜，缺人的在前，然后齐了的、结束的、取消的', async () => {
    const complete = [leader, ...full];
    await load(
      aMember('a'),
      aShift('yesterday', { startsAt: NOW - DAY }),
      aShift('over', { startsAt: NOW - 5 * HOUR }),
      aShift('cancelled', { startsAt: NOW + HOUR, state: 'cancelled' }),
      aShift('full', { startsAt: NOW + HOUR, roster: complete }),
      aShift('tomorrow', { startsAt: NOW + 29 * HOUR }),
      aShift('tonight', { startsAt: NOW + 2 * HOUR }),
      aShift('overmorrow', { startsAt: NOW + 30 * HOUR }),
      aShift('foreign', { startsAt: NOW + HOUR, studioId: 'other' }),
    );
    expect(ids((await board()).shifts)).toEqual(['tonight', 'tomorrow', 'full', 'over', 'cancelled']);
  });

  test('白板上没有别人的名字', async () => {
    await load(aMember('a'), aShift('patrol', { startsAt: NOW + HOUR, roster: full }));
    expect(JSON.stringify(await board())).not.toMatch(/样例|m_/);
  });

  test('我的那一班写着我有岗；有人排队时由详情来说', async () => {
    await load(
      aMember('a'),
      aMember('i'),
      aShift('quiet', { startsAt: NOW + HOUR, roster: full }),
      aShift('queued', { startsAt: NOW + 4 * HOUR, roster: [...full, anEntry('i')] }),
      aShift('left', { startsAt: NOW + 8 * HOUR - 1, roster: [anEntry('a', { leftAt: NOW })] }),
    );
    expect((await board()).shifts).toMatchObject([
      { mine: { standing: 'placed' }, missing: 1, can: ['patrols.leave'] },
      { mine: { standing: 'joined' }, missing: 1, can: ['patrols.leave'] },
      { mine: null, missing: 9, can: ['patrols.join'] },
    ]);
  });

  test('认得我时一次往返，一分钟没见过我两次', async () => {
    await load(aMember('fresh'), aShift('patrol', { startsAt: NOW + HOUR }));
    await board('fresh');
    expect(await studio.trips()).toHaveLength(2);
    await board('fresh');
    expect(await studio.trips()).toHaveLength(1);
    await studio.setClock(NOW + 60_000);
    await board('fresh');
    expect(await studio.trips()).toHaveLength(2);
  });
});

describe('首页', () => {
  test('下一班、今天的缺口、最近的活动：认识的人打开小程序，冷着热着都是一次往返', async () => {
    await load(
      aMember('me', { claims: [aClaim('mine', NOW + 3 * DAY)] }),
      aShift('mine', { startsAt: NOW + 3 * DAY, roster: [anEntry('me')] }),
      aShift('gap', { startsAt: NOW + HOUR }),
      aShift('full', { startsAt: NOW + HOUR, roster: [leader, ...full] }),
      aShift('tomorrow', { startsAt: NOW + DAY }),
      aSession('talk', { startsAt: NOW + 5 * DAY }),
      aSession('past', { startsAt: NOW - DAY }),
    );
    const home = await ask('members.home', 'me');
    expect(home).toMatchObject({
      me: { name: '样例me', role: 'member', veteran: true },
      next: { shiftId: eventIdOf('mine'), mine: { standing: 'placed' } },
      gaps: [{ shiftId: eventIdOf('gap') }],
      gapCount: 1,
      sessions: [{ sessionId: eventIdOf('talk'), pillar: 'heritage' }],
    });
    expect(await studio.trips()).toHaveLength(1);
  });

  test('没有报名的认领不当作下一班', async () => {
    await load(
      aMember('a', { claims: [aClaim('void', NOW + DAY)] }),
      aShift('void', { startsAt: NOW + DAY }),
    );
    expect(await ask('members.home')).toMatchObject({ next: null });
  });

  test('冷的实例也是一次往返；别的村的班、别人的名字不在里面', async () => {
    const cold = await startStudio({ now: NOW, instances: 1 });
    try {
      await cold.load(
        stored(
          aStudio({ name: '花园村' }),
          aStudio({ _id: 'other', name: '浦样村' }),
          {
            ...aMember('me'),
            studios: [
              { studioId: STUDIO, role: 'member', since: 0 },
              { studioId: 'other', role: 'squadLeader', since: 0 },
            ],
            claims: [
              { ...aClaim('foreign', NOW + HOUR), studioId: 'other' },
              aClaim('full', NOW + HOUR),
              aClaim('gone', NOW + HOUR),
            ],
          },
          aShift('foreign', { startsAt: NOW + HOUR, studioId: 'other', roster: [anEntry('me')] }),
          aShift('full', { startsAt: NOW + HOUR, roster: [leader, ...full, anEntry('me')] }),
          aShift('gone', { startsAt: NOW + HOUR, roster: [anEntry('me', { leftAt: NOW })] }),
          aSession('foreigntalk', { startsAt: NOW + HOUR, studioId: 'other' }),
        ),
      );
      const answer = await cold.call(openidOf('me'), 'members.home', { studioId: STUDIO });
      expect(answer).toMatchObject({
        ok: true,
        data: {
          next: { shiftId: eventIdOf('full'), mine: { standing: 'joined' } },
          gaps: [{ shiftId: eventIdOf('gone') }],
          sessions: [],
          studios: [
            { studioId: STUDIO, name: '花园村' },
            { studioId: 'other', name: '浦样村' },
          ],
        },
      });
      expect(JSON.stringify(answer)).not.toMatch(/样例[a-l]"|m_0/);
      expect((await cold.invocations()).at(-1)).toMatchObject({ cold: true, trips: 1 });
    } finally {
      await cold.close();
    }
  });

  test('首页不会因为一个人认领过很多、村里班次很多而多看', async () => {
    const years = Array.from({ length: 300 }, (_, day) =>
      aShift(`old${day}`, { startsAt: NOW - (day + 2) * DAY, roster: [anEntry('a')] }),
    );
    await load(aMember('a'), aShift('tonight', { startsAt: NOW + HOUR }), ...years);
    await ask('members.home');
    const [trip] = await studio.trips();
    expect(trip?.examined).toBeLessThan(10);
  });

  test('等着认的人，只告诉工作人员', async () => {
    await load(
      aMember('clerk', { role: 'staff' }),
      aMember('a'),
      anEntryOfTheRoster('x', { asking: [askingOf('a')] }),
      anEntryOfTheRoster('y', { studioId: 'other', asking: [askingOf('a')] }),
    );
    expect(await ask('members.home', 'clerk')).toMatchObject({ asking: 1 });
    expect(await ask('members.home', 'a')).toMatchObject({ asking: 0 });
  });
});

describe('我的值勤', () => {
  test('将来的在前，过去的新的在前，退出的不算，30 天以前的不列', async () => {
    const mine = { roster: [anEntry('a')] };
    await load(
      aMember('a'),
      aShift('soon', { startsAt: NOW + HOUR, ...mine }),
      aShift('late', { startsAt: NOW + DAY, ...mine }),
      aShift('left', { startsAt: NOW + DAY, roster: [anEntry('a', { leftAt: NOW })] }),
      aShift('old', { startsAt: NOW - 2 * DAY, ...mine }),
      aShift('older', { startsAt: NOW - 3 * DAY, ...mine }),
      aShift('ancient', { startsAt: NOW - 40 * DAY, ...mine }),
      aShift('others', { startsAt: NOW + HOUR, roster: [anEntry('b')] }),
    );
    const { coming, past } = (await ask('patrols.mine')) as Record<'coming' | 'past', { shiftId: string }[]>;
    expect(ids(coming)).toEqual(['soon', 'late']);
    expect(ids(past)).toEqual(['old', 'older']);
  });
});
