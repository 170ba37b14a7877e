import type { ShiftDocument } from '../../../typings/documents/event';
import type { MemberDocument } from '../../../typings/documents/member';
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
const STARTS = NOW + HOUR;
const TEMPLATE = 'local-template-promoted';
const ten = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];
const patrol = eventIdOf('patrol');

let studio: RunningStudio;

beforeAll(async () => {
  studio = await startStudio({ now: NOW });
});
afterAll(() => studio.close());

const load = (...docs: Parameters<typeof stored>) => studio.load(stored(...docs));

beforeEach(async () => {
  await studio.reset();
  await studio.setClock(NOW);
  const claim = {
    studioId: STUDIO,
    ref: patrol,
    from: STARTS,
    to: STARTS + 2 * HOUR,
    post: 'member',
    at: NOW - HOUR,
  };
  await load(
    aStudio(),
    ...ten.map((label) => aMember(label, { claims: [claim] })),
    aMember('clerk', { role: 'staff' }),
    aMember('outside'),
    aShift('patrol', { startsAt: STARTS, roster: ten.map((label) => anEntry(label)) }),
  );
});

const leave = (label: string, fields: object = {}) =>
  studio.call(openidOf(label), 'patrols.leave', {
    studioId: STUDIO,
    shiftId: patrol,
    post: 'member',
    ...fields,
  });
const since = NOW - 24 * HOUR;
const twoVillages = {
  ...aMember('two'),
  studios: [STUDIO, 'other'].map((studioId) => ({ studioId, role: 'member' as const, since })),
};
let taps = 0;
const join = (label: string) =>
  studio.call(openidOf(label), 'patrols.join', {
    requestId: requestIdOf(`tap${++taps}`),
    studioId: STUDIO,
    shiftId: patrol,
    post: 'member',
    startsAt: STARTS,
    endsAt: STARTS + 2 * HOUR,
  });
const shiftNow = async () => (await studio.document<ShiftDocument>('events', patrol))!;
const memberNow = async (label: string) =>
  (await studio.document<MemberDocument>('members', memberIdOf(label)))!;
const detailFor = (label: string) =>
  studio.call(openidOf(label), 'patrols.detail', { studioId: STUDIO, shiftId: patrol });

describe('退出', () => {
  test('有人退出，排第一的补上，收到一条消息', async () => {
    await studio.consent(openidOf('i'), TEMPLATE);
    expect(await leave('a')).toEqual({ ok: true, data: { promoted: 1 } });
    expect(await detailFor('i')).toMatchObject({ data: { mine: { state: 'placed' } } });
    expect(await detailFor('j')).toMatchObject({ data: { mine: { state: 'waiting', ahead: 0 } } });
    expect(await studio.outbox(openidOf('i'))).toMatchObject([
      {
        templateId: TEMPLATE,
        page: `pages/shift-detail/index?shiftId=${patrol}&studio=${STUDIO}`,
        data: { thing1: { value: '平安巡逻' }, time2: { value: '2026年11月23日 19:00' } },
      },
    ]);
    expect((await shiftNow()).notices).toMatchObject([
      { state: 'done', outcomes: [{ memberId: memberIdOf('i'), name: '样例i', outcome: 'sent' }] },
    ]);
    expect(await shiftNow()).toMatchObject({ unsent: 0, joined: { member: 9 } });
    expect((await memberNow('a')).claims).toEqual([]);
  });

  test('没人补上时两次往返；有人补上再加三次去通知', async () => {
    await leave('i');
    expect(await studio.trips()).toHaveLength(2);
    await leave('a');
    expect((await studio.trips()).map(({ action, collection }) => `${action} ${collection}`)).toEqual([
      'database.modifyAndReturnDoc members',
      'database.modifyAndReturnDoc events',
      'database.modifyAndReturnDoc events',
      'database.getDocument members',
      'wx.openApi subscribeMessage.send null',
      'database.modifyAndReturnDoc events',
    ]);
  });

  test('补上的人没同意收消息，老班长看到要打电话', async () => {
    await leave('a');
    expect(await studio.outbox(openidOf('i'))).toEqual([]);
    expect(await detailFor('clerk')).toMatchObject({ data: { follow: { toRing: [{ name: '样例i' }] } } });
    expect(await detailFor('b')).toMatchObject({ data: { follow: null } });
  });

  test('退出的记录留着', async () => {
    await leave('a');
    expect((await shiftNow()).roster[0]).toMatchObject({ name: '样例a', leftAt: NOW });
  });

  test('再退一次：没有报名，什么也不变', async () => {
    await leave('j');
    const before = await shiftNow();
    expect(await leave('j')).toEqual({ ok: false, code: 'not_joined' });
    expect(await studio.trips()).toHaveLength(3);
    expect(await shiftNow()).toEqual(before);
  });

  test('十个人同时退出，每个都退成，人数一个不差', async () => {
    const answers = await Promise.all(ten.map((label) => leave(label)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(10);
    expect(await shiftNow()).toMatchObject({ joined: { member: 0 } });
  });

  test.each([
    ['本来没报', 'outside', {}, 'not_joined'],
    ['陌生人', 'stranger', {}, 'not_member'],
    ['没有这个班次', 'a', { shiftId: eventIdOf('nothing') }, 'not_found'],
    ['岗位说错了', 'a', { post: 'leader' }, 'changed'],
  ])('%s', async (_rule, label, fields, code) => {
    const before = await shiftNow();
    expect(await leave(label, fields)).toEqual({ ok: false, code });
    expect(await shiftNow()).toEqual(before);
  });

  test('岗位说错了没退成，我的时间还占着', async () => {
    await leave('a', { post: 'leader' });
    expect((await memberNow('a')).claims).toMatchObject([{ ref: patrol, from: STARTS }]);
  });

  test('走错了村也没退成，我的时间还占着', async () => {
    await load(aStudio({ _id: 'other' }), twoVillages);
    await join('two');
    expect(await leave('two', { studioId: 'other' })).toEqual({ ok: false, code: 'not_found' });
    expect((await memberNow('two')).claims).toMatchObject([{ ref: patrol }]);
  });

  test('有岗位的人退了没人补，后来的人报上空岗：不是补上，不打扰他', async () => {
    await leave('i');
    await leave('j');
    await leave('a');
    await studio.setClock(NOW + 1000);
    await join('outside');
    await studio.consent(openidOf('outside'), TEMPLATE);
    await studio.setClock(NOW + 2 * 60_000);
    await studio.timer('patrols', 'sweep');
    expect(await studio.outbox(openidOf('outside'))).toEqual([]);
    expect((await shiftNow()).notices.every(({ outcomes }) => outcomes.length === 0)).toBe(true);
  });

  test('结束了就不能退了', async () => {
    await studio.setClock(STARTS + 2 * HOUR);
    expect(await leave('a')).toEqual({ ok: false, code: 'past' });
    expect((await shiftNow()).joined).toMatchObject({ member: 10 });
  });
});
