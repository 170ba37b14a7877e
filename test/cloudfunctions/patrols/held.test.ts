import type { ShiftDocument } from '../../../typings/documents/event';
import { aMember, aStudio, memberIdOf, openidOf, requestIdOf, STUDIO } from '../../support/makers';
import { stored } from '../../support/stored';
import { type RunningStudio, startStudio } from '../../support/studio';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const HOUR = 3_600_000;
const CHECK = 'wx.openApi:security.msgSecCheck';
const ABSENT = 'e_000000000000000000nobody';
const mine = { studioId: STUDIO };

let studio: RunningStudio;
beforeAll(async () => {
  studio = await startStudio({ now: NOW });
});
afterAll(() => studio.close());
beforeEach(async () => {
  await studio.heal();
  await studio.reset();
  await studio.setClock(NOW);
  await studio.load(
    stored(
      aStudio({ staff: [memberIdOf('clerk'), memberIdOf('deputy')] }),
      aMember('clerk', { role: 'staff' }),
      aMember('deputy', { role: 'staff' }),
      aMember('ada'),
      aMember('bea'),
    ),
  );
});

const tonight = {
  ...mine,
  requestId: requestIdOf('tap'),
  work: 'patrol' as const,
  title: '平安巡逻',
  gridId: 'g1',
  place: '村委会门口',
  bring: '手电',
  startsAt: NOW + HOUR,
  endsAt: NOW + 3 * HOUR,
  leaders: 0,
  members: 3,
};
const down = () => studio.fault({ kind: 'error', action: CHECK });
const sweep = () => studio.timer('patrols', 'sweep');
const post = async (fields: object = {}) => {
  const answer = await studio.call(openidOf('clerk'), 'patrols.post', { ...tonight, ...fields });
  if (!answer.ok) throw new Error(answer.code);
  return answer.data.shiftId;
};
const board = async (label: string) => {
  const answer = await studio.call(openidOf(label), 'patrols.board', mine);
  return answer.ok ? answer.data.shifts.map(({ title, status, can }) => ({ title, status, can })) : [];
};
const shiftOf = (shiftId: string) => studio.document<ShiftDocument>('events', shiftId);
const detail = (label: string, shiftId: string) =>
  studio.call(openidOf(label), 'patrols.detail', { ...mine, shiftId });
const judge = (label: string, eventId: string, pass: boolean, reason = '') =>
  studio.call(openidOf(label), 'members.judge', {
    ...mine,
    what: 'words',
    memberId: null,
    eventId,
    at: NOW,
    pass,
    reason,
  });

/** The answer, and how often the function asked the cloud. */
async function seen(
  label: string,
  action: 'patrols.detail' | 'patrols.join' | 'patrols.leave',
  data: object,
) {
  const { result, invocation } = await studio.ask(openidOf(label), action, { ...mine, ...data });
  return { result, trips: (await studio.trips(invocation)).length };
}

describe('检查的接口断了，值勤先留着', () => {
  test('只有写的人看得到，写着审核中；别人的白板和首页上没有', async () => {
    await down();
    const shiftId = await post();
    expect(await shiftOf(shiftId)).toMatchObject({
      state: 'held',
      check: { state: 'waiting', at: NOW },
      title: '平安巡逻',
      bring: '手电',
    });
    expect(await board('clerk')).toEqual([{ title: '平安巡逻', status: 'held', can: [] }]);
    expect(await board('deputy')).toEqual([]);
    expect(await board('ada')).toEqual([]);
    expect(await studio.call(openidOf('clerk'), 'members.home', mine)).toMatchObject({
      data: { gaps: [], gapCount: 0 },
    });
    expect(await detail('clerk', shiftId)).toMatchObject({
      data: { status: 'held', check: { state: 'waiting', reason: '' }, can: [] },
    });
  });

  test.each(['ada', 'deputy', 'stranger'])('%s 打开它，和打开没有的一样，往返也一样', async (label) => {
    await down();
    const shiftId = await post();
    await seen(label, 'patrols.detail', { shiftId });
    const held = await seen(label, 'patrols.detail', { shiftId });
    expect(held.result).toEqual({ ok: false, code: 'not_found' });
    expect(await seen(label, 'patrols.detail', { shiftId: ABSENT })).toEqual(held);
  });

  test.each(['patrols.join', 'patrols.leave'] as const)('%s 也一样：没有这一班', async (action) => {
    await down();
    const { startsAt, endsAt } = tonight;
    const tap =
      action === 'patrols.join'
        ? { requestId: requestIdOf('join'), post: 'member', startsAt, endsAt }
        : { post: 'member' };
    const shiftId = await post();
    const held = await seen('ada', action, { ...tap, shiftId });
    expect(held.result).toEqual({ ok: false, code: 'not_found' });
    expect(await seen('bea', action, { ...tap, shiftId: ABSENT })).toEqual(held);
    expect((await shiftOf(shiftId))?.roster).toEqual([]);
  });

  test('接口好了，清扫时通过，大家都看得到', async () => {
    await down();
    const shiftId = await post();
    await sweep();
    expect(await board('ada')).toEqual([]);
    await studio.heal();
    await sweep();
    expect(await board('ada')).toEqual([{ title: '平安巡逻', status: 'gap', can: ['patrols.join'] }]);
    expect(await shiftOf(shiftId)).not.toHaveProperty('check');
  });

  test('断了两小时以上，交给工作人员；再好了也不自己通过', async () => {
    await down();
    const shiftId = await post({ startsAt: NOW + 9 * HOUR, endsAt: NOW + 10 * HOUR });
    await studio.setClock(NOW + 2 * HOUR);
    await studio.heal();
    await sweep();
    await sweep();
    expect(await shiftOf(shiftId)).toMatchObject({ state: 'held', check: { state: 'review', at: NOW } });
  });

  test('接口说有问题：退给写的人，一个字不丢，别人一直看不到', async () => {
    await down();
    const shiftId = await post({ bring: '赌博工具' });
    await studio.heal();
    await sweep();
    expect(await detail('clerk', shiftId)).toMatchObject({
      data: { status: 'held', check: { state: 'refused' }, bring: '赌博工具' },
    });
    expect(await board('ada')).toEqual([]);
  });

  test('重复点按，还是那一班', async () => {
    await down();
    const first = await post();
    await studio.heal();
    expect(await post()).toBe(first);
    expect(await shiftOf(first)).toMatchObject({ state: 'held' });
  });
});

describe('拿不准的字，另一位工作人员看', () => {
  test('通过就发出去；不是写的人自己通过的', async () => {
    const shiftId = await post({ bring: '存疑的东西' });
    expect(await board('ada')).toEqual([]);
    expect(await studio.call(openidOf('deputy'), 'members.reviews', mine)).toMatchObject({
      data: {
        items: [
          { what: 'words', eventId: shiftId, words: ['平安巡逻', '村委会门口', '存疑的东西'], mine: false },
        ],
      },
    });
    expect(await judge('clerk', shiftId, true)).toEqual({ ok: false, code: 'own_words' });
    expect(await judge('deputy', shiftId, true)).toEqual({ ok: true, data: { passed: true } });
    expect(await board('ada')).toMatchObject([{ status: 'gap' }]);
  });

  test('不通过：写的人看得到原因，别人看不到', async () => {
    const shiftId = await post({ bring: '存疑的东西' });
    await judge('deputy', shiftId, false, '写清楚一些');
    expect(await detail('clerk', shiftId)).toMatchObject({
      data: { check: { state: 'refused', reason: '写清楚一些' } },
    });
    expect(await board('ada')).toEqual([]);
    expect(await judge('deputy', shiftId, true)).toEqual({ ok: false, code: 'not_found' });
  });
});

test('通过时不多走一趟：认得人和工作室时，发值勤两次往返', async () => {
  await post();
  await post({ requestId: requestIdOf('second') });
  expect((await studio.trips()).filter(({ action }) => action.startsWith('database.'))).toHaveLength(2);
});
