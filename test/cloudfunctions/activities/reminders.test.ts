import { anEntry, openidOf, requestIdOf, STUDIO } from '../../support/makers';
import { aHall, aTalk, DAY, HOUR, NOW, SATURDAY } from './hall';

/** 一场讲座周六 9:00；a、b 有座，c 在排队。 */
const EVENING = SATURDAY - 15 * HOUR;
const people = ['a', 'b', 'c'];
const seats = (count: number) => [
  { code: 'seat', title: '座位', headCount: count, roles: ['member' as const] },
];
const hall = aHall(people, {
  posts: seats(2),
  roster: people.map((label) => anEntry(label, { post: 'seat' })),
  remindAt: EVENING,
});
const { load, leave, change, cancel, publish, sweep, sessionNow, told, consent } = hall;
const at = (time: number) => hall.studio().setClock(time);
const MINUTE = 60_000;

beforeEach(() => consent(...people));

describe('提醒', () => {
  test('前一天晚上六点，提醒有座的人，只一次；排队的不打扰', async () => {
    await at(EVENING - 1);
    await sweep();
    expect(await told('a')).toEqual([]);
    await at(EVENING);
    await Promise.all([sweep(), sweep(), sweep(), sweep()]);
    await sweep();
    await at(EVENING + HOUR);
    await sweep();
    expect(await told('a')).toEqual(['reminder']);
    expect(await told('c')).toEqual([]);
    expect((await hall.studio().outbox(openidOf('b')))[0]).toMatchObject({
      page: `pages/activity-detail/index?sessionId=${(await sessionNow())._id}&studio=${STUDIO}`,
      data: {
        thing1: { value: '老兵宣讲' },
        time2: { value: '2026年11月28日 09:00' },
        thing3: { value: '村活动室' },
      },
    });
    expect(await sessionNow()).toMatchObject({ remindAt: null, unsent: 0, notices: [{ cause: 'reminder' }] });
    expect((await sessionNow()).notices).toHaveLength(1);
  });

  test('定时器同时响了几次，好几场都该提醒：每场还是只提醒一次', async () => {
    const nine = Array.from({ length: 9 }, (_, nth) => `due${nth}`);
    const mine = [anEntry('c', { post: 'seat' })];
    await consent('c', 'c');
    await load(...nine.map((label) => aTalk(label, { remindAt: EVENING, roster: mine })));
    await at(EVENING);
    await Promise.all([sweep(), sweep(), sweep(), sweep()]);
    for (const label of nine) expect((await sessionNow(label)).notices).toHaveLength(1);
    expect(await told('c')).toHaveLength(nine.length);
  });

  test('定时器停到夜里才恢复，等到早上七点再提醒；过了开始就不提醒了', async () => {
    await load(
      aTalk('early', {
        startsAt: SATURDAY - 3 * HOUR,
        remindAt: EVENING,
        roster: [anEntry('a', { post: 'seat' })],
      }),
    );
    await at(SATURDAY - 10 * HOUR);
    await sweep();
    expect(await told('a')).toEqual(['reminder']);
    expect((await sessionNow()).remindAt).toBeNull();
    expect((await sessionNow()).notices).toMatchObject([{ cause: 'reminder', state: 'unsent' }]);
    await at(SATURDAY - 2 * HOUR - 1);
    await sweep();
    expect(await told('b')).toEqual([]);
    await at(SATURDAY - 2 * HOUR);
    await sweep();
    expect(await told('b')).toEqual(['reminder']);
    expect((await sessionNow()).unsent).toBe(0);
  });

  test('停到开始以后：不再提醒，也不算没通知到', async () => {
    await at(SATURDAY);
    await sweep();
    await at(SATURDAY + 5 * MINUTE);
    await sweep();
    expect(await told('a')).toEqual([]);
    expect(await sessionNow()).toMatchObject({ unsent: 0, notices: [{ state: 'done', outcomes: [] }] });
  });

  test.each([
    ['前一天晚上六点以前发的', SATURDAY - 16 * HOUR, SATURDAY - 15 * HOUR],
    ['前一天晚上六点以后发的，开始前两小时', SATURDAY - 14 * HOUR, SATURDAY - 2 * HOUR],
    ['不到两小时才发的，不提醒', SATURDAY - HOUR, null],
  ])('%s', async (_rule, now, remindAt) => {
    await at(now);
    const answer = await publish({ deadlineHours: 0, cutOffHours: 0, requestId: requestIdOf('late') });
    expect(await sessionNow(answer.ok ? answer.data.sessionIds[0] : '')).toMatchObject({ remindAt });
  });

  test('改了时间，按新的时间再提醒；取消了就不提醒', async () => {
    await at(EVENING);
    await sweep();
    await change({ seats: 2, startsAt: SATURDAY + DAY, endsAt: SATURDAY + DAY + HOUR });
    await at(EVENING + DAY);
    await sweep();
    expect(await told('a')).toEqual(['reminder', 'changed', 'reminder']);
    await load(
      aTalk('off', {
        remindAt: EVENING + DAY + HOUR,
        startsAt: SATURDAY + 2 * DAY,
        roster: [anEntry('a', { post: 'seat' })],
      }),
    );
    await hall.studio().call(openidOf('clerk'), 'activities.cancel', {
      studioId: 'huayuan',
      sessionId: (await sessionNow('off'))._id,
      reason: '下雨了',
    });
    expect((await sessionNow('off')).remindAt).toBeNull();
  });
});

describe('夜里 21:00 到 07:00 不打扰', () => {
  /** 周一 22:00。 */
  const NIGHT = NOW + 4 * HOUR;

  test.each([
    ['有人退出', () => leave('a', { cutOff: SATURDAY - DAY }), 'c', 'promoted'],
    ['改了地点', () => change({ seats: 2, place: '村委会二楼' }), 'a', 'changed'],
    ['取消', () => cancel(), 'a', 'changed'],
  ])('%s：等到早上再说，说一次', async (_rule, act, label, template) => {
    await at(NIGHT);
    expect(await act()).toMatchObject({ ok: true });
    await sweep();
    expect(await told(label)).toEqual([]);
    await at(NIGHT + 9 * HOUR - 1);
    await sweep();
    expect(await told(label)).toEqual([]);
    await at(NIGHT + 9 * HOUR);
    await sweep();
    await sweep();
    expect(await told(label)).toEqual([template]);
    expect((await sessionNow()).unsent).toBe(0);
  });

  test('早上七点以前就开始的，夜里也说', async () => {
    await load(
      aTalk('dawn', {
        startsAt: NIGHT + 8 * HOUR,
        cutOff: NIGHT + 7 * HOUR,
        deadline: NIGHT + 7 * HOUR,
        roster: [anEntry('a', { post: 'seat' })],
      }),
    );
    await at(NIGHT);
    await hall.studio().call(openidOf('clerk'), 'activities.cancel', {
      studioId: 'huayuan',
      sessionId: (await sessionNow('dawn'))._id,
      reason: '车坏了',
    });
    expect(await told('a')).toEqual(['changed']);
  });

  test('夜里改了又取消：早上只说取消', async () => {
    await at(NIGHT);
    await change({ seats: 2, place: '村委会二楼' });
    await cancel();
    await at(NIGHT + 9 * HOUR);
    await sweep();
    const messages = await hall.studio().outbox(openidOf('a'));
    expect(messages.map(({ data }) => data['thing4']?.value)).toEqual(['已取消：讲的人病了']);
  });
});
