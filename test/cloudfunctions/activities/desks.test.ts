import { aMember, anEntry, eventIdOf, memberIdOf, openidOf, STUDIO } from '../../support/makers';
import type { Request } from '../../../typings/contract';
import { aHall, aTalk, HOUR, NOW, SATURDAY } from './hall';

const MINUTE = 60_000;
const desks = [
  { deskId: 'd1', title: '心内科', from: SATURDAY + HOUR, to: SATURDAY + 2 * HOUR, minutes: 20 },
  { deskId: 'd2', title: '法律', from: SATURDAY + HOUR, to: SATURDAY + 2 * HOUR, minutes: 30 },
];
const hall = aHall(['a', 'b', 'c', 'd'], { desks, posts: [], joined: {} });
const { load, detail, sessionNow } = hall;

const call = <A extends 'activities.book' | 'activities.unbook'>(
  label: string,
  action: A,
  fields: Partial<Request<A>>,
) =>
  hall.studio().call(openidOf(label), action, {
    studioId: STUDIO,
    sessionId: eventIdOf('talk'),
    deskId: 'd1',
    ...(action === 'activities.book' && { at: null }),
    ...fields,
  } as Request<A>);
const book = (label: string, fields: Partial<Request<'activities.book'>> = {}) =>
  call(label, 'activities.book', fields);
const unbook = (label: string, fields: Partial<Request<'activities.unbook'>> = {}) =>
  call(label, 'activities.unbook', fields);
const slot = (nth: number) => SATURDAY + HOUR + nth * 20 * MINUTE;

describe('咨询台', () => {
  test('没说哪个时段，就给下一个空的；约满了说满了', async () => {
    for (const [nth, label] of ['a', 'b', 'c'].entries())
      expect(await book(label)).toEqual({ ok: true, data: { at: slot(nth) } });
    expect(await book('d')).toEqual({ ok: false, code: 'slot_taken' });
    expect(await detail('d')).toMatchObject({
      data: { desks: [{ nextFree: null, mine: null }, { nextFree: SATURDAY + HOUR }] },
    });
    expect(await detail('b')).toMatchObject({ data: { desks: [{ mine: slot(1) }, { mine: null }] } });
  });

  test('挑一个时段；不在点上的、别人约了的不行', async () => {
    expect(await book('a', { at: slot(2) })).toEqual({ ok: true, data: { at: slot(2) } });
    expect(await book('b', { at: slot(2) })).toEqual({ ok: false, code: 'slot_taken' });
    expect(await book('b', { at: slot(1) + MINUTE })).toEqual({ ok: false, code: 'slot_taken' });
    expect(await book('b', { at: slot(3) })).toEqual({ ok: false, code: 'slot_taken' });
    expect((await sessionNow()).bookings).toEqual([
      { deskId: 'd1', slot: 2, memberId: memberIdOf('a'), name: '样例a', bookedAt: NOW },
    ]);
  });

  test('一张桌子一人一个时段，两张桌子可以各约一个', async () => {
    await book('a');
    expect(await book('a')).toEqual({ ok: true, data: { at: slot(0) } });
    expect(await book('a', { at: slot(1) })).toEqual({ ok: false, code: 'already_joined' });
    expect(await book('a', { deskId: 'd2' })).toMatchObject({ ok: true });
    expect((await sessionNow()).bookings).toHaveLength(2);
  });

  test('不要了，马上有别人可以约', async () => {
    for (const label of ['a', 'b', 'c']) await book(label);
    expect(await unbook('b')).toEqual({ ok: true, data: { left: true } });
    expect(await unbook('b')).toEqual({ ok: true, data: { left: false } });
    expect(await book('d')).toEqual({ ok: true, data: { at: slot(1) } });
  });

  test('过了的时段不给约', async () => {
    await hall.studio().setClock(slot(1));
    expect(await book('a', { at: slot(0) })).toEqual({ ok: false, code: 'past' });
    expect(await book('a')).toEqual({ ok: true, data: { at: slot(2) } });
  });

  test('要报名的活动，报了名才能约', async () => {
    await load(aTalk('signed', { desks, roster: [anEntry('a', { post: 'seat' })] }));
    expect(await book('a', { sessionId: eventIdOf('signed') })).toMatchObject({ ok: true });
    expect(await book('b', { sessionId: eventIdOf('signed') })).toEqual({ ok: false, code: 'not_joined' });
    expect((await sessionNow('signed')).bookings).toHaveLength(1);
  });

  test('谁约了什么时候，只有工作人员和老班长看得到', async () => {
    await book('a');
    expect(await detail('leader')).toMatchObject({
      data: { follow: { bookings: [{ desk: '心内科', at: slot(0), name: '样例a' }] } },
    });
    expect(JSON.stringify(await detail('b'))).not.toContain('样例a');
  });

  test('三个时段四个人同时抢：三个各得一个，一个没有', async () => {
    for (let round = 0; round < 6; round++) {
      const session = `round${round}`;
      await load(aTalk(session, { desks, posts: [], joined: {} }));
      const answers = await Promise.all(
        ['a', 'b', 'c', 'd'].map((label) => book(label, { sessionId: eventIdOf(session) })),
      );
      const times = answers.flatMap((answer) => (answer.ok ? [answer.data.at] : []));
      expect(times.sort()).toEqual([slot(0), slot(1), slot(2)]);
      expect(answers.filter((answer) => !answer.ok)).toEqual([{ ok: false, code: 'slot_taken' }]);
      expect(new Set((await sessionNow(session)).bookings.map(({ slot: nth }) => nth)).size).toBe(3);
    }
  });

  test('三个人同时抢一个时段，只有一个抢到', async () => {
    const answers = await Promise.all(['a', 'b', 'c'].map((label) => book(label, { at: slot(1) })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await sessionNow()).bookings).toHaveLength(1);
  });

  test.each([
    ['没有这张桌子', { deskId: 'd9' }, 'not_found'],
    ['没有这一场', { sessionId: eventIdOf('nothing') }, 'not_found'],
    ['别村的', { sessionId: eventIdOf('foreign') }, 'not_found'],
    ['还没发出去的', { sessionId: eventIdOf('planned') }, 'not_found'],
    ['取消了的', { sessionId: eventIdOf('cancelled') }, 'closed'],
  ])('%s', async (_rule, fields, code) => {
    const free = { desks, posts: [], joined: {} };
    await load(
      aTalk('foreign', { studioId: 'other', ...free }),
      aTalk('planned', { opensAt: NOW + 1, ...free }),
      aTalk('cancelled', { state: 'cancelled', ...free }),
    );
    expect(await book('a', fields)).toEqual({ ok: false, code });
    for (const other of ['foreign', 'planned', 'cancelled'])
      expect((await sessionNow(other)).bookings).toEqual([]);
  });

  test('取消了，约了咨询的人也收到', async () => {
    await hall.consent('a');
    await book('a');
    expect(await hall.cancel()).toEqual({ ok: true, data: { told: 1 } });
  });

  test('离开工作室、注销，约好的时段都空出来', async () => {
    await load(aMember('leaver'));
    await book('a');
    await book('leaver');
    await hall.studio().call(openidOf('leaver'), 'members.quit', { studioId: STUDIO });
    await hall.studio().call(openidOf('a'), 'members.forget', { studioId: STUDIO });
    expect((await sessionNow()).bookings).toEqual([]);
  });
});
