import { anEntry, eventIdOf, openidOf, STUDIO } from '../../support/makers';
import { aHall, aTalk, CUT_OFF, HOUR, SATURDAY } from './hall';

const AFTERNOON = SATURDAY + 5 * HOUR;
const people = ['a', 'b', 'c', 'd', 'e'];
const hall = aHall(people, { roster: people.map((label) => anEntry(label, { post: 'seat' })) });
const { load, join, leave, give, detail, sessionNow, claimsOf, trips, told, consent, entryIdOfMember } = hall;

describe('退出：一下就好', () => {
  test('排在后面的人补上，收到一条消息；两次往返，有人补上再加三次', async () => {
    await consent('e');
    expect(await leave('b')).toEqual({ ok: true, data: { promoted: 1 } });
    expect(await trips()).toBe(5);
    expect(await told('e')).toEqual(['promoted']);
    expect(await detail('e')).toMatchObject({ data: { mine: { state: 'placed' } } });
    expect(await sessionNow()).toMatchObject({ joined: { seat: 4 }, held: 0, unsent: 0, rev: 0 });
    expect(await leave('e')).toEqual({ ok: true, data: { promoted: 0 } });
    expect(await trips()).toBe(2);
  });

  test('我占的时间放开了，约好的咨询也放开了', async () => {
    const desks = [{ deskId: 'd1', title: '医生', from: AFTERNOON, to: AFTERNOON + HOUR, minutes: 20 }];
    await load(aTalk('desk', { desks, startsAt: AFTERNOON }));
    await join('a', { session: 'desk', startsAt: AFTERNOON, endsAt: AFTERNOON + 2 * HOUR });
    await hall.studio().call(openidOf('a'), 'activities.book', {
      studioId: STUDIO,
      sessionId: eventIdOf('desk'),
      deskId: 'd1',
      at: null,
    });
    expect(await sessionNow('desk')).toMatchObject({ bookings: [{ slot: 0 }] });
    await leave('a', { session: 'desk' });
    expect(await sessionNow('desk')).toMatchObject({ bookings: [] });
    expect((await claimsOf('a')).map(({ ref }) => ref)).toEqual([eventIdOf('talk')]);
  });

  test('看到的座位数、截止时间不对了，照样退得成', async () => {
    expect(await leave('a', { seats: 3 })).toMatchObject({ ok: true });
    expect(await leave('b', { cutOff: CUT_OFF + HOUR })).toMatchObject({ ok: true });
    expect(await trips()).toBe(4);
    expect(await sessionNow()).toMatchObject({ joined: { seat: 3 } });
  });

  test('再退一次：没有报名，什么也不变', async () => {
    await leave('a');
    const before = await sessionNow();
    expect(await leave('a')).toEqual({ ok: false, code: 'not_joined' });
    expect(await sessionNow()).toEqual(before);
  });

  test.each([
    ['陌生人', 'stranger', {}, 'not_member'],
    ['没有这一场', 'a', { session: 'nothing' }, 'not_found'],
    ['别村的', 'a', { session: 'foreign' }, 'not_found'],
    ['已经结束', 'a', { session: 'over' }, 'past'],
  ])('%s', async (_rule, label, fields, code) => {
    const mine = { roster: [anEntry('a', { post: 'seat' })] };
    await load(
      aTalk('foreign', { studioId: 'other', ...mine }),
      aTalk('over', { startsAt: SATURDAY - 200 * HOUR, ...mine }),
    );
    expect(await leave(label, fields)).toEqual({ ok: false, code });
    expect((await sessionNow('foreign')).joined).toEqual({ seat: 1 });
    expect((await sessionNow('over')).joined).toEqual({ seat: 1 });
  });

  test('五个人同时退出，每个都退成，人数一个不差', async () => {
    const answers = await Promise.all(people.map((label) => leave(label)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(5);
    expect(await sessionNow()).toMatchObject({ joined: { seat: 0 } });
  });
});

describe('截止以后', () => {
  beforeEach(() => hall.studio().setClock(CUT_OFF));

  test('有座的人退了，位子空着，没有人自动补上；三次往返', async () => {
    await consent('e');
    expect(await leave('b')).toEqual({ ok: true, data: { promoted: 0 } });
    expect(await trips()).toBe(3);
    expect(await told('e')).toEqual([]);
    expect(await sessionNow()).toMatchObject({ held: 1, joined: { seat: 4 } });
    expect(await detail('e')).toMatchObject({ data: { mine: { state: 'waiting' }, seats: { free: 0 } } });
    expect(await detail('clerk')).toMatchObject({ data: { follow: { held: 1 } } });
    expect((await sessionNow()).roster[1]).toMatchObject({ leftAt: CUT_OFF, kept: 1 });
  });

  test('工作人员把空位子给排队的人，他收到消息；给过的不能再给', async () => {
    await consent('e');
    await leave('b');
    expect(await give(await entryIdOfMember('e'))).toEqual({ ok: true, data: { rev: 1 } });
    expect(await told('e')).toEqual(['promoted']);
    expect(await detail('e')).toMatchObject({ data: { mine: { state: 'placed' } } });
    expect(await sessionNow()).toMatchObject({ held: 0, rev: 1 });
    expect(await give(await entryIdOfMember('e'))).toEqual({ ok: true, data: { rev: 1 } });
    expect(await give(await entryIdOfMember('e'), { rev: 1 })).toEqual({ ok: false, code: 'changed' });
    expect(await told('e')).toEqual(['promoted']);
  });

  test('拿到空位子的人又退了，位子又空出来', async () => {
    await leave('b');
    await give(await entryIdOfMember('e'));
    expect(await leave('e')).toEqual({ ok: true, data: { promoted: 0 } });
    expect(await sessionNow()).toMatchObject({ held: 1, joined: { seat: 3 } });
  });

  test('没有空位子、人家没在排、看到的是旧的，都给不成', async () => {
    const e = await entryIdOfMember('e');
    expect(await give(e)).toEqual({ ok: false, code: 'changed' });
    await leave('b');
    expect(await give(await entryIdOfMember('a'))).toEqual({ ok: false, code: 'changed' });
    expect(await give(e, { rev: 7 })).toEqual({ ok: false, code: 'changed' });
    expect(await sessionNow()).toMatchObject({ held: 1, rev: 0 });
  });

  test('排队的人退了，不空出位子', async () => {
    expect(await leave('e')).toEqual({ ok: true, data: { promoted: 0 } });
    expect(await sessionNow()).toMatchObject({ held: 0, joined: { seat: 4 } });
  });

  test('正给着，人退了：要么给了再空出来，要么没给成，位子不多不少', async () => {
    for (let round = 0; round < 10; round++) {
      const session = `round${round}`;
      const roster = [
        anEntry('a', { post: 'seat', leftAt: CUT_OFF - 1, kept: 1 }),
        anEntry('e', { post: 'seat' }),
      ];
      await load(aTalk(session, { posts: seatsOf(1), roster, held: 1 }));
      await Promise.all([
        give(roster[1]!.entryId, { sessionId: eventIdOf(session) }),
        leave('e', { session }),
      ]);
      const after = await sessionNow(session);
      expect(after).toMatchObject({ held: 1, joined: { seat: 0 } });
      expect(after.roster[1]!.leftAt).toBe(CUT_OFF);
    }
  });
});

const seatsOf = (headCount: number) => [
  { code: 'seat', title: '座位', headCount, roles: ['member' as const] },
];
