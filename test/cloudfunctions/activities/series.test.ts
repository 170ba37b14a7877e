import { openidOf, requestIdOf, STUDIO } from '../../support/makers';
import { aHall, aTalk, DAY, HOUR, SATURDAY } from './hall';

const hall = aHall(['a', 'b', 'c']);
const { load, publish, join, leave, change, cancel, sessionNow, claimsOf, trips, told, everTold, consent } =
  hall;
const WEEK = 7 * DAY;
const spans = [0, 1, 2].map((nth) => ({
  startsAt: SATURDAY + nth * WEEK,
  endsAt: SATURDAY + nth * WEEK + 2 * HOUR,
}));

let ids: string[];
let more: { sessionId: string; startsAt: number; endsAt: number }[];
beforeEach(async () => {
  const answer = await publish({ spans, seriesSignUp: true, seats: 2, requestId: requestIdOf('series') });
  ids = answer.ok ? answer.data.sessionIds : [];
  more = [1, 2].map((nth) => ({ sessionId: ids[nth]!, ...spans[nth]! }));
  await hall.studio().setClock(SATURDAY - 3 * DAY);
});

const signUp = (label: string, fields: object = {}) => join(label, { sessionId: ids[0]!, more, ...fields });
const detail = (label: string, nth: number) =>
  hall.studio().call(openidOf(label), 'activities.detail', { studioId: STUDIO, sessionId: ids[nth]! });

describe('一次报名的系列', () => {
  test('报第一场，三场的时间一起占住；还是两次往返', async () => {
    expect(await signUp('a')).toMatchObject({ data: { state: 'placed' } });
    expect(await trips()).toBe(2);
    expect(await claimsOf('a')).toEqual(
      ids.map((of, nth) => ({ ref: ids[0], from: spans[nth]!.startsAt, to: spans[nth]!.endsAt, of })),
    );
    await load(aTalk('second', { startsAt: SATURDAY + WEEK }));
    expect(
      await join('a', { session: 'second', startsAt: SATURDAY + WEEK, endsAt: SATURDAY + WEEK + 2 * HOUR }),
    ).toEqual({
      ok: false,
      code: 'clash',
      detail: { title: '老兵宣讲', startsAt: SATURDAY + WEEK, endsAt: SATURDAY + WEEK + 2 * HOUR },
    });
  });

  test('有一场和别的撞了，就一场也不占', async () => {
    await load(aTalk('third', { title: '义诊', startsAt: SATURDAY + 2 * WEEK + HOUR }));
    const third = { startsAt: SATURDAY + 2 * WEEK + HOUR, endsAt: SATURDAY + 2 * WEEK + 3 * HOUR };
    await join('a', { session: 'third', ...third });
    expect(await signUp('a')).toEqual({ ok: false, code: 'clash', detail: { title: '义诊', ...third } });
    expect(await claimsOf('a')).toHaveLength(1);
    expect((await sessionNow(ids[0])).roster).toEqual([]);
  });

  test('后面的场次看到同一份名单，报名要到第一场', async () => {
    await signUp('a');
    expect(await detail('a', 2)).toMatchObject({
      data: {
        head: ids[0],
        seats: { all: 2, free: 1 },
        mine: { state: 'placed' },
        can: [],
        people: [{ name: '样例a', me: true }],
      },
    });
    expect(await trips()).toBe(2);
    expect(await detail('b', 0)).toMatchObject({ data: { head: null, more, can: ['activities.join'] } });
    expect(await join('b', { sessionId: ids[2]!, ...spans[2]! })).toEqual({
      ok: false,
      code: 'no_such_post',
    });
    expect(await signUp('b')).toMatchObject({ ok: true });
  });

  test('退出，三场的时间都放开；第一场过了也还能退', async () => {
    await signUp('a');
    await signUp('b');
    await leave('a', { sessionId: ids[0]! });
    expect(await claimsOf('a')).toEqual([]);
    await hall.studio().setClock(SATURDAY + DAY);
    expect(await leave('b', { sessionId: ids[0]! })).toMatchObject({ ok: true });
    expect(await claimsOf('b')).toEqual([]);
    await hall.studio().setClock(SATURDAY + 3 * WEEK);
    expect(await leave('b', { sessionId: ids[0]! })).toEqual({ ok: false, code: 'past' });
  });

  test('第二场改了时间：名单上的人收到，占的时间跟着走，后来报名的占新的', async () => {
    await consent('a');
    await signUp('a');
    const moved = { startsAt: SATURDAY + WEEK + DAY, endsAt: SATURDAY + WEEK + DAY + HOUR };
    expect(await change({ sessionId: ids[1]!, seats: 2, ...moved })).toMatchObject({ data: { told: 1 } });
    expect(await told('a')).toEqual(['changed']);
    expect((await claimsOf('a')).map(({ from }) => from)).toEqual([
      spans[0]!.startsAt,
      moved.startsAt,
      spans[2]!.startsAt,
    ]);
    expect((await sessionNow(ids[0])).more).toEqual([{ sessionId: ids[1], ...moved }, more[1]]);
    expect(await signUp('b')).toEqual({ ok: false, code: 'changed' });
    const now = [{ sessionId: ids[1]!, ...moved }, more[1]!];
    expect(await signUp('b', { more: now, requestId: requestIdOf('again') })).toMatchObject({ ok: true });
  });

  test('取消后面的一场：只有那一场没了，那个时间放开', async () => {
    await consent('a');
    await signUp('a');
    expect(await cancel('下雨了', { sessionId: ids[1]! })).toEqual({ ok: true, data: { told: 1 } });
    expect((await claimsOf('a')).map(({ of }) => of)).toEqual([ids[0], ids[2]]);
    expect((await sessionNow(ids[0])).more).toEqual([more[1]]);
    expect(await signUp('b', { more: [more[1]] })).toMatchObject({ ok: true });
    expect(await sessionNow(ids[2])).toMatchObject({ state: 'open' });
  });

  test('取消第一场：后面的也都取消，每人只收到一条', async () => {
    await consent('a');
    await signUp('a');
    expect(await cancel('讲的人病了', { sessionId: ids[0]! })).toEqual({ ok: true, data: { told: 1 } });
    for (const id of ids) {
      expect(await sessionNow(id)).toMatchObject({
        state: 'cancelled',
        cancelledFor: '讲的人病了',
        remindAt: null,
      });
    }
    expect(await everTold('a')).toEqual(['changed']);
    await hall.studio().setClock(SATURDAY + 2 * WEEK - HOUR);
    await hall.sweep();
    expect(await everTold('a')).toEqual(['changed']);
  });

  test('每一场前一天晚上都提醒名单上有座的人', async () => {
    await consent('a', 'c');
    for (const label of ['a', 'b', 'c']) await signUp(label);
    for (const { startsAt } of spans) {
      await hall.studio().setClock(startsAt - 15 * HOUR);
      await hall.sweep();
      for (const label of ['a', 'c']) await everTold(label);
    }
    expect(await everTold('a')).toEqual(['reminder', 'reminder', 'reminder']);
    expect(await everTold('c')).toEqual([]);
  });
});
