import type { SessionDetail } from '../../../typings/contract';
import { anEntry, eventIdOf, openidOf, requestIdOf, STUDIO } from '../../support/makers';
import { aHall, aTalk, CUT_OFF, DAY, FORM, HOUR, NOW, SATURDAY } from './hall';

const people = ['a', 'b', 'c', 'd', 'e'];
const hall = aHall(people, { roster: people.map((label) => anEntry(label, { post: 'seat' })) });
const { load, join, change, cancel, leave, detail, sessionNow, claimsOf, told, consent, trips } = hall;
const desks = [{ deskId: 'd1', title: '医生', from: SATURDAY, to: SATURDAY + HOUR, minutes: 20 }];
const SUNDAY = SATURDAY + DAY;
const book = (label: string, session: string) =>
  hall.studio().call(openidOf(label), 'activities.book', {
    studioId: STUDIO,
    sessionId: eventIdOf(session),
    deskId: 'd1',
    at: null,
  });

describe('改活动', () => {
  test('改了时间地点：报了名的人都收到，他们占的时间跟着走，写明改过', async () => {
    await consent('a', 'e');
    expect(await change({ startsAt: SUNDAY, endsAt: SUNDAY + HOUR, place: '村委会二楼' })).toEqual({
      ok: true,
      data: { rev: 1, told: 2 },
    });
    for (const label of ['a', 'e']) expect(await told(label)).toEqual(['changed']);
    expect(await claimsOf('b')).toEqual([{ ref: eventIdOf('talk'), from: SUNDAY, to: SUNDAY + HOUR }]);
    expect(await detail('b')).toMatchObject({
      data: {
        startsAt: SUNDAY,
        place: '村委会二楼',
        changes: [{ at: NOW, what: ['time', 'place'] }],
        can: ['activities.leave'],
      },
    });
    expect(await detail('clerk')).toMatchObject({
      data: {
        follow: { toRing: ['b', 'c', 'd'].map((label) => ({ name: `样例${label}`, why: 'changed' })) },
      },
    });
    expect(await sessionNow()).toMatchObject({
      rev: 1,
      unsent: 0,
      deadline: SUNDAY - DAY,
      joined: { seat: 5 },
    });
  });

  test('只改几个字，谁也不打扰', async () => {
    await consent('a');
    expect(await change({ title: '老兵宣讲：长津湖' })).toEqual({ ok: true, data: { rev: 1, told: 0 } });
    expect(await told('a')).toEqual([]);
    expect(await sessionNow()).toMatchObject({ title: '老兵宣讲：长津湖', notices: [], changes: [], rev: 1 });
  });

  test('同一次修改又到一遍，答一样的话，不再通知', async () => {
    await consent('a');
    const first = await change({ place: '村委会二楼' });
    const before = await sessionNow();
    expect(await change({ place: '村委会二楼' })).toEqual(first);
    expect(await sessionNow()).toEqual(before);
    expect(await told('a')).toEqual(['changed']);
  });

  test('改的时候人家还在按旧时间报名：报不上，请他看新的', async () => {
    await load(aTalk('other'));
    await leave('a');
    await change({ startsAt: SUNDAY, endsAt: SUNDAY + 2 * HOUR });
    expect(await join('a')).toEqual({ ok: false, code: 'changed' });
    expect(await join('a', { session: 'other' })).toMatchObject({ ok: true });
  });

  test('截止以后也能改地点', async () => {
    await hall.studio().setClock(CUT_OFF + HOUR);
    expect(await change({ place: '村委会二楼' })).toMatchObject({ data: { rev: 1 } });
  });

  test('咨询台挪了，约好的跟着走；约掉的时段不能拿走', async () => {
    await load(
      aTalk('desk', { desks, startsAt: SATURDAY + 4 * HOUR, roster: [anEntry('a', { post: 'seat' })] }),
    );
    const at = SATURDAY + 4 * HOUR;
    const moved = (fields: object) => [{ ...desks[0]!, from: at, to: at + HOUR, ...fields }];
    await load(
      aTalk('lecture', { desks: moved({}), startsAt: at, posts: [], joined: {}, cutOff: at, deadline: at }),
    );
    await book('a', 'lecture');
    await book('b', 'lecture');
    await consent('b');
    const to = (next: ReturnType<typeof moved>, rev = 0) =>
      change({
        sessionId: eventIdOf('lecture'),
        startsAt: at,
        endsAt: at + 2 * HOUR,
        seats: null,
        desks: next,
        rev,
      });
    const before = await sessionNow('lecture');
    expect(await to([])).toEqual({ ok: false, code: 'has_bookings' });
    expect(await to(moved({ to: at + HOUR / 3 }))).toEqual({ ok: false, code: 'has_bookings' });
    expect(await sessionNow('lecture')).toEqual(before);
    expect(await to(moved({ from: at + HOUR / 2, to: at + 2 * HOUR }))).toMatchObject({ data: { told: 1 } });
    expect(await detail('b', 'lecture')).toMatchObject({
      data: { desks: [{ mine: at + HOUR / 2 + HOUR / 3 }] },
    });
  });

  test.each([
    ['看到的是旧的', { rev: 3 }, 'changed'],
    ['顺手改名额', { seats: 9 }, 'bad_request'],
    ['改成不用报名', { seats: null }, 'bad_request'],
    ['结束早于开始', { endsAt: SATURDAY - HOUR }, 'bad_request'],
    ['改到过去', { startsAt: NOW - 3 * HOUR, endsAt: NOW - HOUR }, 'past'],
    ['没有这一场', { sessionId: eventIdOf('nothing') }, 'not_found'],
    ['别村的', { sessionId: eventIdOf('foreign') }, 'not_found'],
    ['取消了的', { sessionId: eventIdOf('cancelled') }, 'closed'],
    ['违禁的字', { summary: '违禁' }, 'unsafe_text'],
  ])('%s，改不成', async (_rule, fields, code) => {
    await load(aTalk('foreign', { studioId: 'other' }), aTalk('cancelled', { state: 'cancelled' }));
    const before = await sessionNow();
    expect(await change(fields)).toEqual({ ok: false, code });
    expect(await sessionNow()).toEqual(before);
    for (const other of ['foreign', 'cancelled'])
      expect(await sessionNow(other)).toMatchObject({ rev: 0, title: '老兵宣讲' });
  });

  test('两个人同时改，只成一个；改和改名额同时到，也只成一个', async () => {
    for (let round = 0; round < 6; round++) {
      const place = (name: string) => change({ rev: round, place: `${name}${round}` });
      const other =
        round % 2 === 0 ? place('乙') : hall.resize(4, { rev: round, leaving: [requestIdOf('z')] });
      const answers = await Promise.all([place('甲'), other]);
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      expect((await sessionNow()).rev).toBe(round + 1);
    }
  });
});

describe('取消', () => {
  test('说了原因，报了名的人都收到，详情写明；收不到的要打电话', async () => {
    await consent('a', 'e');
    expect(await cancel()).toEqual({ ok: true, data: { told: 2 } });
    expect((await hall.studio().outbox(openidOf('a'))).at(-1)).toMatchObject({
      templateId: 'local-template-changed',
      data: { thing4: { value: '已取消：讲的人病了' } },
    });
    expect(await detail('b')).toMatchObject({
      data: { status: 'cancelled', cancelledFor: '讲的人病了', can: [] },
    });
    const clerk = (await detail('clerk')) as { data: SessionDetail };
    expect(clerk.data.follow?.toRing.map(({ name, why }) => [name, why])).toEqual(
      ['b', 'c', 'd'].map((label) => [`样例${label}`, 'cancelled']),
    );
    expect(await sessionNow()).toMatchObject({ state: 'cancelled', remindAt: null, rev: 1, unsent: 0 });
  });

  test('同一次又到一遍，答一样的话，不再通知；换个原因就不行', async () => {
    await consent('a');
    const first = await cancel();
    expect(await cancel()).toEqual(first);
    expect(await cancel('下雨了')).toEqual({ ok: false, code: 'closed' });
    expect(await told('a')).toEqual(['changed']);
    expect(await sessionNow()).toMatchObject({ cancelledFor: '讲的人病了' });
  });

  test('取消以后，同一时间可以报别的', async () => {
    await load(aTalk('same'));
    await cancel();
    expect(await join('a', { session: 'same' })).toMatchObject({ ok: true });
  });

  test.each([
    ['没有原因', { reason: '' }, 'bad_request'],
    ['原因太长', { reason: '长'.repeat(101) }, 'bad_request'],
    ['违禁的字', { reason: '违禁' }, 'unsafe_text'],
    ['没有这一场', { sessionId: eventIdOf('nothing') }, 'not_found'],
    ['别村的', { sessionId: eventIdOf('foreign') }, 'not_found'],
    ['已经结束', { sessionId: eventIdOf('over') }, 'past'],
  ])('%s', async (_rule, fields, code) => {
    await load(aTalk('foreign', { studioId: 'other' }), aTalk('over', { startsAt: NOW - DAY }));
    expect(await cancel('讲的人病了', fields)).toEqual({ ok: false, code });
    for (const session of ['talk', 'foreign', 'over'])
      expect(await sessionNow(session)).toMatchObject({ state: 'open' });
  });
});

test('一次修改三次往返，没有人要通知时', async () => {
  await change({ title: FORM.title });
  expect(await trips()).toBe(4);
});
