import type { MemberDocument, ShiftDocument } from '../../../typings/documents';
import {
  aMember,
  anEntry,
  aShift,
  aStudio,
  eventIdOf,
  memberIdOf,
  openidOf,
  requestIdOf,
  STUDIO,
} from '../../support/makers';
import { stored } from '../../support/stored';
import { type RunningStudio, startStudio } from '../../support/studio';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const HOUR = 3_600_000;
const TONIGHT = NOW + HOUR;
const nine = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];

let studio: RunningStudio;

beforeAll(async () => {
  studio = await startStudio({ now: NOW });
});
afterAll(() => studio.close());

const load = (...docs: Parameters<typeof stored>) => studio.load(stored(...docs));

beforeEach(async () => {
  await studio.reset();
  await studio.setClock(NOW);
  await load(
    aStudio(),
    ...[...nine, 'leader', 'clerk'].map((label) =>
      aMember(
        label,
        label === 'leader' ? { role: 'squadLeader' } : label === 'clerk' ? { role: 'staff' } : {},
      ),
    ),
    aShift('patrol', { startsAt: TONIGHT }),
    aShift('river', { startsAt: TONIGHT + HOUR, title: '河道清理' }),
    aShift('later', { startsAt: TONIGHT + 2 * HOUR }),
  );
});

const requestFor = (label: string, shift = 'patrol', fields: object = {}) => {
  const startsAt = { patrol: TONIGHT, river: TONIGHT + HOUR, later: TONIGHT + 2 * HOUR }[shift] ?? TONIGHT;
  return {
    requestId: requestIdOf(`${label}${shift}`),
    studioId: STUDIO,
    shiftId: eventIdOf(shift),
    post: 'member',
    startsAt,
    endsAt: startsAt + 2 * HOUR,
    ...fields,
  };
};
const join = (label: string, shift = 'patrol', fields: object = {}) =>
  studio.call(openidOf(label), 'patrols.join', requestFor(label, shift, fields));
const leave = (label: string, shift = 'patrol') =>
  studio.call(openidOf(label), 'patrols.leave', {
    studioId: STUDIO,
    shiftId: eventIdOf(shift),
    post: 'member',
  });
const shiftNow = async (shift = 'patrol') =>
  (await studio.document<ShiftDocument>('events', eventIdOf(shift)))!;
const memberNow = async (label: string) =>
  (await studio.document<MemberDocument>('members', memberIdOf(label)))!;
const names = (shift: ShiftDocument) =>
  shift.roster.filter(({ leftAt }) => leftAt === null).map(({ name }) => name);

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
    expect(await studio.trips()).toHaveLength(2);
    await join('b');
    expect(await studio.trips()).toHaveLength(2);
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
    expect(names(await shiftNow())).toEqual([...nine.slice(1).map((label) => `样例${label}`), '样例a']);
  });

  test('退出以后，迟到的那次报名不算数', async () => {
    await join('a');
    await leave('a');
    expect(await join('a')).toEqual({ ok: false, code: 'changed' });
    expect(names(await shiftNow())).toEqual([]);
  });
});

describe('时间冲突', () => {
  test('说出跟哪一项冲突，什么也不存，最多三次往返', async () => {
    await join('a');
    const before = await memberNow('a');
    expect(await join('a', 'river')).toEqual({
      ok: false,
      code: 'clash',
      detail: { title: '平安巡逻', startsAt: TONIGHT, endsAt: TONIGHT + 2 * HOUR },
    });
    expect((await studio.trips()).length).toBeLessThanOrEqual(3);
    expect(await memberNow('a')).toEqual(before);
    expect(names(await shiftNow('river'))).toEqual([]);
  });

  test('同时点两个冲突的班次，只报上一个', async () => {
    const answers = await Promise.all([join('a'), join('a', 'river')]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    const rosters = [...names(await shiftNow()), ...names(await shiftNow('river'))];
    expect(rosters).toEqual(['样例a']);
  });

  test('退出那一项，就能报这一项', async () => {
    await join('a');
    await leave('a');
    expect(await join('a', 'river')).toMatchObject({ ok: true });
  });

  test('没报成的认领作废，不挡后面的报名', async () => {
    await load(aShift('gone', { startsAt: TONIGHT, state: 'cancelled' }));
    expect(await join('a', 'gone')).toEqual({ ok: false, code: 'closed' });
    expect(await join('a', 'river')).toMatchObject({ ok: true });
    expect((await memberNow('a')).claims.map(({ ref }) => ref)).toEqual([eventIdOf('river')]);
  });

  test('岗位不归我没报成，同一时间的别的班马上能报', async () => {
    expect(await join('a', 'patrol', { post: 'leader' })).toMatchObject({ code: 'post_not_for_you' });
    expect(await join('a', 'river')).toMatchObject({ ok: true });
  });

  test('退出以后迟到的报名没报成，也不挡别的班', async () => {
    await join('a');
    await leave('a');
    await join('a');
    expect(await join('a', 'river')).toMatchObject({ ok: true });
  });

  test('作废的旧认领旁边，两个冲突的报名同时到，还是只报上一个', async () => {
    for (let round = 0; round < 10; round++) {
      const old = {
        studioId: STUDIO,
        ref: eventIdOf('patrol'),
        from: TONIGHT,
        to: TONIGHT + 2 * HOUR,
        post: 'leader',
        at: NOW - HOUR,
      };
      const label = `racer${round}`;
      await load(aMember(label, { claims: [old] }));
      await Promise.all([join(label), join(label, 'river')]);
      const rosters = [...(await shiftNow()).roster, ...(await shiftNow('river')).roster];
      expect(rosters.filter(({ name }) => name === `样例${label}`)).toHaveLength(1);
    }
  });

  test('说错岗位的退出和另一个报名同时到，也只占一个时间', async () => {
    for (let round = 0; round < 10; round++) {
      const label = `walker${round}`;
      await load(aMember(label));
      await join(label);
      const wrong = { studioId: STUDIO, shiftId: eventIdOf('patrol'), post: 'leader' };
      await Promise.all([studio.call(openidOf(label), 'patrols.leave', wrong), join(label, 'river')]);
      const rosters = [...(await shiftNow()).roster, ...(await shiftNow('river')).roster];
      expect(rosters.filter(({ name }) => name === `样例${label}`)).toHaveLength(1);
    }
  });

  test('认领满了二百段，作废的清掉，报名照样成', async () => {
    const claims = Array.from({ length: 200 }, (_, day) => ({
      studioId: STUDIO,
      ref: eventIdOf(`nothing${day}`),
      from: NOW + (day + 2) * 24 * HOUR,
      to: NOW + (day + 2) * 24 * HOUR + HOUR,
      post: 'member',
      at: NOW,
    }));
    await load(aMember('full', { claims }));
    expect(await join('full')).toMatchObject({ ok: true });
    expect((await memberNow('full')).claims.map(({ ref }) => ref)).toEqual([eventIdOf('patrol')]);
  });

  test('别村的班次挡不住我，也不会被说出名字', async () => {
    await load(aShift('secret', { startsAt: TONIGHT, studioId: 'other', title: '别村的事' }));
    expect(await join('a', 'secret')).toEqual({ ok: false, code: 'not_found' });
    expect(await join('a', 'river')).toMatchObject({ ok: true });
  });

  test('手机断在两次写之间：两分钟内算正在报名，之后作废', async () => {
    const claims = [
      {
        studioId: STUDIO,
        ref: eventIdOf('patrol'),
        from: TONIGHT,
        to: TONIGHT + 2 * HOUR,
        post: 'member',
        at: NOW,
      },
    ];
    await load(aMember('crashed', { claims }));
    expect(await join('crashed', 'river')).toMatchObject({ ok: false, code: 'clash' });
    await studio.setClock(NOW + 2 * 60_000);
    expect(await join('crashed', 'river')).toMatchObject({ ok: true });
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
    expect((await studio.trips()).length).toBeLessThanOrEqual(3);
    expect(await shiftNow()).toEqual(before);
    for (const other of ['foreign', 'cancelled', 'past']) expect(names(await shiftNow(other))).toEqual([]);
  });

  test('带队的岗位老班长能报', async () => {
    expect(await join('leader', 'patrol', { post: 'leader' })).toMatchObject({
      data: { postTitle: '带队', state: 'placed' },
    });
  });
});
