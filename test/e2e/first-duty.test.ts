import type { ShiftDocument } from '../../typings/documents/event';
import { aMember, anEntry, aSession, aShift, aStudio, eventIdOf, openidOf, STUDIO } from '../support/makers';
import { stored } from '../support/stored';
import { layTable, type Table } from './driver/table';

/** 北京时间 2026 年 11 月 23 日 18:00，周一。 */
const NOW = Date.parse('2026-11-23T10:00:00Z');
const HOUR = 3_600_000;
const seven = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const patrol = eventIdOf('patrol');
const detail = `/pages/shift-detail/index?shiftId=${patrol}`;

let table: Table;

beforeAll(async () => {
  table = await layTable(NOW, []);
}, 120_000);
afterAll(() => table.close());

const claim = {
  studioId: STUDIO,
  ref: patrol,
  from: NOW + HOUR,
  to: NOW + 3 * HOUR,
  post: 'member',
  at: NOW - HOUR,
};
const load = (...docs: Parameters<typeof stored>) => table.studio.load(stored(...docs));
const shiftNow = async () => (await table.studio.document<ShiftDocument>('events', patrol))!;
const names = async () =>
  (await shiftNow()).roster.filter(({ leftAt }) => leftAt === null).map(({ name }) => name);

beforeEach(async () => {
  await table.studio.reset();
  await load(
    aStudio(),
    ...seven.map((label) => aMember(label, { claims: [claim] })),
    aMember('zhou', { name: '周样明' }),
    aMember('chen', { name: '陈样国' }),
    aMember('leader', { name: '李样班', role: 'squadLeader' }),
    aMember('clerk', { name: '施样芳', role: 'staff' }),
    aShift('patrol', { startsAt: NOW + HOUR, roster: seven.map((label) => anEntry(label)) }),
    aSession('talk', { startsAt: NOW + 5 * 24 * HOUR, title: '老兵宣讲：长津湖' }),
  );
});

test('老兵在白板上点一下「我来」，就报上了今晚的巡逻', async () => {
  const zhou = await table.open({ who: 'zhou', path: '/pages/duty/index' });
  await zhou.sees('平安巡逻');
  await zhou.sees('今晚 19:00–21:00');
  await zhou.tap('我来');
  await zhou.sees('您报上了：队员。到时候见。');
  expect(await names()).toContain('周样明');
  await zhou.tap('首页');
  await zhou.sees('下一班');
  expect(await zhou.errors()).toEqual([]);
  await zhou.close();
});

test('第九个人排队；有人退出，他补上，收到消息，点开就是那一班', async () => {
  const zhou = await table.open({ who: 'zhou', path: detail });
  await zhou.tap(/^我来/);
  await zhou.sees('您报上了：队员。到时候见。');

  const chen = await table.open({ who: 'chen', path: detail });
  await chen.tap(/^先排队/);
  await chen.tap('允许');
  await chen.sees('您排在第 1 位，有人退出就轮到您');
  expect((await shiftNow()).joined).toEqual({ leader: 0, member: 9 });

  await zhou.pullDown();
  await zhou.sees(/1 人在排队/);
  await zhou.tap('退出');
  await zhou.sees('您一退出，他就补上。您再想来，要排到最后。');
  await zhou.tap('确定退出');
  await zhou.sees('您退出了，已由排队的人补上。');
  await zhou.sees(/重新报名/);

  expect(await table.studio.outbox(openidOf('chen'))).toMatchObject([
    {
      page: `pages/shift-detail/index?shiftId=${patrol}&studio=${STUDIO}`,
      data: { thing1: { value: '平安巡逻' } },
    },
  ]);
  await chen.pullDown();
  await chen.sees('您报上了：队员。到时候见。');
  expect([...(await zhou.errors()), ...(await chen.errors())]).toEqual([]);
  await zhou.close();
  await chen.close();
});

test('村工作人员发今晚的值勤，老兵马上在白板上看到', async () => {
  const clerk = await table.open({ who: 'clerk', path: '/pages/duty/index' });
  await clerk.tap('发值勤');
  await clerk.sees('在哪个网格');
  await clerk.tap('河道清理');
  await clerk.tap('在哪个网格');
  await clerk.tap('第二网格');
  await clerk.tap('确定');
  await clerk.fill('比如：村委会门口', '北横河桥头');
  await clerk.tap('发出去');
  await clerk.sees('谁来');
  await clerk.sees(/北横河桥头/);
  expect(await clerk.path()).toMatch(/^pages\/shift-detail\/index\?shiftId=e_/);

  const zhou = await table.open({ who: 'zhou', path: '/pages/duty/index' });
  await zhou.sees('河道清理');
  expect([...(await clerk.errors()), ...(await zhou.errors())]).toEqual([]);
  await clerk.close();
  await zhou.close();
});

test('带班的人看到谁在等、谁退了；队员看不到', async () => {
  const leader = await table.open({ who: 'leader', path: detail });
  const a = await table.open({ who: 'a', path: detail });
  await a.tap('退出');
  await a.sees('您退出了，谢谢您早说。');
  expect(await a.lacks('退出的')).toBe(true);
  await leader.pullDown();
  await leader.sees('退出的');
  await leader.sees(/样例a/);
  await leader.close();
  await a.close();
});

test('队员看不到「发值勤」，硬去发也被拒绝，什么也没存', async () => {
  const zhou = await table.open({ who: 'zhou', path: '/pages/duty/index' });
  await zhou.sees('平安巡逻');
  expect(await zhou.lacks('发值勤')).toBe(true);

  const forced = await table.open({ who: 'zhou', path: '/pages/post-shift/index' });
  await forced.tap('在哪个网格');
  await forced.tap('确定');
  await forced.fill('比如：村委会门口', '村口');
  await forced.tap('发出去');
  await forced.sees('这件事由村工作人员来办，请给服务站打电话。');
  const board = await table.studio.call(openidOf('zhou'), 'patrols.board', { studioId: 'huayuan' });
  expect(board.ok && board.data.shifts).toHaveLength(1);
  await zhou.close();
  await forced.close();
});

test('时间冲突时，说出跟哪一项冲突、怎么办', async () => {
  await load(aShift('river', { startsAt: NOW + 2 * HOUR, title: '河道清理' }));
  const a = await table.open({ who: 'a', path: `/pages/shift-detail/index?shiftId=${eventIdOf('river')}` });
  await a.tap(/^我来/);
  await a.sees('这个时间您已报名平安巡逻（19:00–21:00）。先退出那一项，才能报这一项。');
  await a.close();
});

test('陌生人看到怎么加入，看不到班次', async () => {
  const stranger = await table.open({ who: 'stranger' });
  await stranger.sees('加入工作室');
  expect(await stranger.lacks('平安巡逻')).toBe(true);
  await stranger.close();
});

test('断网时报名不丢：说清楚没有网络，连上再点就报上，只报一次', async () => {
  const zhou = await table.open({ who: 'zhou', path: detail });
  await zhou.sees(/^我来/);
  await zhou.network('off');
  await zhou.tap(/^我来/);
  await zhou.sees('没有连上网络，请看看网络，再试一次。');
  await zhou.network('normal');
  await zhou.tap(/^我来/);
  await zhou.sees('您报上了：队员。到时候见。');
  expect((await names()).filter((name) => name === '周样明')).toHaveLength(1);
  await zhou.close();
});

test('连点三下只报一次', async () => {
  const zhou = await table.open({ who: 'zhou', path: detail });
  const button = zhou.page.getByText(/^我来/).first();
  await button.click({ clickCount: 3 });
  await zhou.sees('您报上了：队员。到时候见。');
  expect((await names()).filter((name) => name === '周样明')).toHaveLength(1);
  await zhou.close();
});

test('活动页看得到最近的活动', async () => {
  const zhou = await table.open({ who: 'zhou', path: '/pages/activities/index' });
  await zhou.sees('老兵宣讲：长津湖');
  await zhou.sees('红色传承');
  await zhou.close();
});
