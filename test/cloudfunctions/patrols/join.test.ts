import { anEntry, aShift, eventIdOf, requestIdOf, STUDIO } from '../../support/makers';
import { anEvening, HOUR, nine, NOW, TONIGHT } from './evening';

const { studio, load, join, leave, shiftNow, memberNow, names } = anEvening();

describe('报名', () => {
  test('报上了：名单里有我，我的时间也占住了', async () => {
    expect(await join('a')).toEqual({
      ok: true,
      data: { post: 'member', postTitle: '队员', state: 'placed', ahead: 0 },
    });
    const shift = await shiftNow();
    expect(shift.roster).toEqual([anEntry('a', { entryId: requestIdOf('apatrol'), at: NOW })]);
    expect(shift.joined).toEqual({ leader: 0, member: 1 });
    expect((await memberNow('a')).claims).toEqual([
      {
        studioId: STUDIO,
        ref: eventIdOf('patrol'),
        from: TONIGHT,
        to: TONIGHT + 2 * HOUR,
        post: 'member',
        at: NOW,
      },
    ]);
  });

  test('第九个人排队，排第一位', async () => {
    for (const label of nine.slice(0, 8))
      expect(await join(label)).toMatchObject({ data: { state: 'placed' } });
    expect(await join('i')).toEqual({
      ok: true,
      data: { post: 'member', postTitle: '队员', state: 'waiting', ahead: 0 },
    });
  });

  test('两次往返数据库，冷的热的都一样', async () => {
    await join('a');
    expect(await studio().trips()).toHaveLength(2);
    await join('b');
    expect(await studio().trips()).toHaveLength(2);
  });

  test('同一次点按又到一遍，答一样的话，名单不变', async () => {
    const first = await join('a');
    const before = await shiftNow();
    expect(await join('a')).toEqual(first);
    expect(await shiftNow()).toEqual(before);
  });

  test('前后相接的两班可以都报', async () => {
    expect(await join('a')).toMatchObject({ ok: true });
    expect(await join('a', 'later')).toMatchObject({ ok: true });
  });

  test('退出了还能再来，排在队尾', async () => {
    for (const label of nine) await join(label);
    await leave('a');
    expect(await join('a', 'patrol', { requestId: requestIdOf('again') })).toMatchObject({
      data: { state: 'waiting', ahead: 0 },
    });
    expect(await names()).toEqual([...nine.slice(1).map((label) => `样例${label}`), '样例a']);
  });

  test('退出以后，迟到的那次报名不算数', async () => {
    await join('a');
    await leave('a');
    expect(await join('a')).toEqual({ ok: false, code: 'changed' });
    expect(await names()).toEqual([]);
  });
});

describe('不行的报名：说得出原因，名单不变，最多三次往返', () => {
  test.each([
    ['再报一次', 'a', { requestId: requestIdOf('second') }, 'already_joined'],
    ['没有这个岗位', 'b', { post: 'cook' }, 'no_such_post'],
    ['带队要老班长', 'b', { post: 'leader' }, 'post_not_for_you'],
    ['班次改过时间', 'b', { startsAt: TONIGHT + 60_000 }, 'changed'],
    ['没有这个班次', 'b', { shiftId: eventIdOf('nothing') }, 'not_found'],
    ['别村的班次', 'b', { shiftId: eventIdOf('foreign') }, 'not_found'],
    ['取消了的班次', 'b', { shiftId: eventIdOf('cancelled') }, 'closed'],
    ['时间长过一天', 'b', { endsAt: TONIGHT + 30 * HOUR }, 'bad_request'],
    ['开始晚于结束', 'b', { startsAt: TONIGHT + 3 * HOUR }, 'bad_request'],
    ['过去的班次', 'b', { shiftId: eventIdOf('past'), startsAt: NOW - 3 * HOUR, endsAt: NOW - HOUR }, 'past'],
    ['别村的人', 'b', { studioId: 'other' }, 'not_member'],
    ['陌生人', 'stranger', {}, 'not_member'],
  ])('%s', async (_rule, label, fields, code) => {
    await load(
      aShift('foreign', { startsAt: TONIGHT, studioId: 'other' }),
      aShift('cancelled', { startsAt: TONIGHT, state: 'cancelled' }),
      aShift('past', { startsAt: NOW - 3 * HOUR }),
    );
    await join('a');
    const before = await shiftNow();
    expect(await join(label, 'patrol', fields)).toEqual({ ok: false, code });
    expect((await studio().trips()).length).toBeLessThanOrEqual(3);
    expect(await shiftNow()).toEqual(before);
    for (const other of ['foreign', 'cancelled', 'past']) expect(await names(other)).toEqual([]);
  });

  test('带队的岗位老班长能报', async () => {
    expect(await join('leader', 'patrol', { post: 'leader' })).toMatchObject({
      data: { postTitle: '带队', state: 'placed' },
    });
  });
});
