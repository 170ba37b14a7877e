import type { SessionDocument } from '../../typings/documents/event';
import { aMember, anEntry, aSession, aStudio, eventIdOf, openidOf, STUDIO } from '../support/makers';
import { stored } from '../support/stored';
import { documentsOf } from '../support/studio';
import { layTable, type Table } from './driver/table';

/** 北京时间 2026 年 11 月 23 日 18:00，周一。 */
const NOW = Date.parse('2026-11-23T10:00:00Z');
const SATURDAY = Date.parse('2026-11-28T09:00:00+08:00');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const talk = eventIdOf('talk');
const detail = `/pages/activity-detail/index?sessionId=${talk}`;
const seats = (headCount: number) => [
  {
    code: 'seat',
    title: '座位',
    headCount,
    roles: ['member' as const, 'squadLeader' as const, 'staff' as const],
  },
];

let table: Table;

beforeAll(async () => {
  table = await layTable(NOW, []);
}, 120_000);
afterAll(() => table.close());

const load = (...docs: Parameters<typeof stored>) => table.studio.load(stored(...docs));
const talkNow = async () => (await table.studio.document<SessionDocument>('events', talk))!;
const present = async () =>
  (await talkNow()).roster
    .filter(({ leftAt }) => leftAt === null)
    .map(({ name, seats: taken }) => [name, taken]);
const claim = {
  studioId: STUDIO,
  ref: talk,
  from: SATURDAY,
  to: SATURDAY + 2 * HOUR,
  post: 'seat',
  at: NOW - HOUR,
};

beforeEach(async () => {
  await table.studio.reset();
  await load(
    aStudio(),
    aMember('zhou', { name: '周样明' }),
    aMember('chen', { name: '陈样国' }),
    aMember('wang', { name: '王样国', claims: [claim] }),
    aMember('leader', { name: '李样班', role: 'squadLeader' }),
    aMember('clerk', { name: '施样芳', role: 'staff' }),
  );
});

test('村工作人员发一场宣讲：选哪一种、填、看看样子、发出去；老兵在首页点开就能报，带一位', async () => {
  const clerk = await table.open({ who: 'clerk' });
  await clerk.tap('发活动');
  await clerk.tap('老兵宣讲');
  await clerk.tap('看看大家看到的样子');
  await clerk.sees('请写叫什么，写完整。');
  await clerk.fill('叫什么', '老兵宣讲：长津湖');
  await clerk.fill('几个位子', '3');
  await clerk.tap('看看大家看到的样子');
  await clerk.sees('列表里');
  await clerk.sees('老兵宣讲：长津湖');
  await clerk.sees('周六 11月28日 09:00–10:30');
  await clerk.tap('发出去');
  await clerk.sees('谁来');
  expect(await clerk.path()).toMatch(/^pages\/activity-detail\/index\?sessionId=e_/);
  const [session] = await documentsOf<SessionDocument>(`${table.studio.url}/admin`, 'events', {});
  expect(session).toMatchObject({
    ...{ kind: 'session', title: '老兵宣讲：长津湖', place: '村活动室', startsAt: SATURDAY },
    ...{ deadline: SATURDAY - DAY, cutOff: SATURDAY - 2 * HOUR, companions: 2, posts: seats(3) },
  });

  const zhou = await table.open({ who: 'zhou' });
  await zhou.tap('老兵宣讲：长津湖');
  await zhou.sees('个位子');
  await zhou.tapRole('button', '再带几位，加一');
  await zhou.sees('连您一共 2 位');
  await zhou.tap('报名');
  await zhou.tap('允许');
  await zhou.sees('您报上了，一共 2 位。到时候见。');
  await zhou.sees('好，有变动会发微信消息。');
  const after = await table.studio.document<SessionDocument>('events', session?._id ?? '');
  expect(after?.roster).toMatchObject([{ name: '周样明', seats: 2, leftAt: null }]);
  expect(after?.joined).toEqual({ seat: 2 });
  expect([...(await clerk.errors()), ...(await zhou.errors())]).toEqual([]);
  await clerk.close();
  await zhou.close();
});

test('坐满了先排队；第一位退出，第二位补上，收到消息', async () => {
  await load(
    aSession('talk', { startsAt: SATURDAY, title: '老兵宣讲：长津湖', posts: seats(2), companions: 1 }),
  );
  const zhou = await table.open({ who: 'zhou', path: detail });
  await zhou.tapRole('button', '再带几位，加一');
  await zhou.tap('报名');
  await zhou.tap('允许');
  await zhou.sees('您报上了，一共 2 位。到时候见。');

  const chen = await table.open({ who: 'chen', path: detail });
  await chen.sees('位子满了，可以先排队，有人退出就轮到您。');
  await chen.tap('先排队');
  await chen.tap('允许');
  await chen.sees('您排在最前面，有人退出就轮到您');
  expect(await present()).toEqual([
    ['周样明', 2],
    ['陈样国', 1],
  ]);

  await zhou.pullDown();
  await zhou.tap('退出');
  await zhou.sees('您一退出，位子就给他。您再想来，要排到最后。');
  await zhou.tap('确定退出');
  await zhou.sees('您退出了，位子给了排队的人。');
  await zhou.sees('又想来了？重新报名');
  expect(await present()).toEqual([['陈样国', 1]]);
  expect(await table.studio.outbox(openidOf('chen'))).toMatchObject([
    { page: `pages/activity-detail/index?sessionId=${talk}` },
  ]);
  await chen.pullDown();
  await chen.sees('您报上了。到时候见。');
  expect([...(await zhou.errors()), ...(await chen.errors())]).toEqual([]);
  await zhou.close();
  await chen.close();
});

test('没有人排队时，退出只点一下，不问', async () => {
  const roster = [anEntry('wang', { name: '王样国', post: 'seat' })];
  await load(aSession('talk', { startsAt: SATURDAY, roster }));
  const wang = await table.open({ who: 'wang', path: detail });
  await wang.tap('退出');
  await wang.sees('您退出了，谢谢您早说。');
  expect(await present()).toEqual([]);
  await wang.close();
});

test('名额少到坐不下：替工作人员选好最后来的，换一个人，一次办好', async () => {
  const roster = [
    anEntry('zhou', { name: '周样明', post: 'seat', seats: 2 }),
    anEntry('chen', { name: '陈样国', post: 'seat', at: NOW - HOUR }),
    anEntry('leader', { name: '李样班', post: 'seat', at: NOW }),
  ];
  await load(aSession('talk', { startsAt: SATURDAY, roster }));
  const clerk = await table.open({ who: 'clerk', path: detail });
  await clerk.tap('改名额');
  await clerk.sees('位报了名');
  await clerk.fill('一共几个位子', '3');
  await clerk.tapRole('button', '改名额');
  await clerk.sees('请谁让出来');
  await clerk.tapRole('checkbox', '李样班');
  await clerk.tap('请他们让出来');
  await clerk.sees('还要再选 1 个位子。');
  expect((await talkNow()).posts).toEqual(seats(30));
  await clerk.tapRole('checkbox', '陈样国');
  await clerk.tap('请他们让出来');
  await clerk.sees('名额改成 3 个，1 家让出来了，会收到消息。');
  expect(await talkNow()).toMatchObject({ posts: seats(3), rev: 1, joined: { seat: 3 } });
  expect(await present()).toEqual([
    ['周样明', 2],
    ['李样班', 1],
  ]);
  await clerk.tap('回到活动');
  await clerk.sees('退出的');
  await clerk.sees(/陈样国：名额少了，请他让出来/);
  expect(await clerk.errors()).toEqual([]);
  await clerk.close();
});

test('改了地方：报了名的人一眼看出来，去不了可以退出', async () => {
  const roster = [anEntry('wang', { name: '王样国', post: 'seat' })];
  await load(aSession('talk', { startsAt: SATURDAY, roster }));
  const clerk = await table.open({ who: 'clerk', path: detail });
  await clerk.tap('改时间地点');
  await clerk.sees('报了名的人都会收到消息');
  await clerk.tap('改好了，告诉大家');
  await clerk.sees('时间和地点都没有变。');
  await clerk.fill('在哪里', '文化礼堂');
  await clerk.tap('改好了，告诉大家');
  await clerk.sees(/^改好了/);
  expect(await talkNow()).toMatchObject({ place: '文化礼堂', rev: 1, changes: [{ what: ['place'] }] });
  await clerk.tap('回到活动');
  await clerk.sees('文化礼堂');
  const wang = await table.open({ who: 'wang', path: detail });
  await wang.sees(/地点改过了（今晚改的），请看清楚。去不了了，点下面「退出」就行，不用说原因。/);
  await clerk.close();
  await wang.close();
});

test('取消要说原因，报了名的人看得到', async () => {
  const roster = [anEntry('zhou', { name: '周样明', post: 'seat' })];
  await load(aSession('talk', { startsAt: SATURDAY, roster }));
  const clerk = await table.open({ who: 'clerk', path: detail });
  await clerk.tap('取消活动');
  await clerk.sees('为什么取消');
  await clerk.tapRole('button', '取消活动');
  await clerk.sees('请写为什么取消，大家要知道。');
  await clerk.fill('为什么取消', '讲的人病了，改天再办');
  await clerk.tapRole('button', '取消活动');
  await clerk.tap('确定取消');
  await clerk.sees(/^取消了。没有告诉到的/);
  expect(await talkNow()).toMatchObject({ state: 'cancelled', cancelledFor: '讲的人病了，改天再办' });
  await clerk.tap('回到活动');
  await clerk.sees(/周样明：活动取消了/);
  const zhou = await table.open({ who: 'zhou', path: detail });
  await zhou.sees('已经取消了，不用来了。原因：讲的人病了，改天再办');
  expect(await zhou.lacks('退出')).toBe(true);
  expect([...(await clerk.errors()), ...(await zhou.errors())]).toEqual([]);
  await clerk.close();
  await zhou.close();
});

test('群里点开卡片的陌生人只看公开的；填好、加入，接着就报上', async () => {
  const roster = [anEntry('zhou', { name: '周样明', post: 'seat' })];
  const questions = [
    { questionId: 'q1', text: '在哪里上车', options: ['村委会门口', '自己去'], required: true },
  ];
  await load(aSession('talk', { startsAt: SATURDAY, roster, questions }));
  const stranger = await table.open({ who: 'stranger', path: detail });
  await stranger.sees('加入以后看得到谁来');
  expect(await stranger.lacks('周样明')).toBe(true);
  await stranger.tap('我要参加');
  await stranger.sees('还有要回答的没有答，请补上再报。');
  await stranger.tap('自己去');
  await stranger.tap('我要参加');
  await stranger.fill('您叫什么名字', '黄样福');
  await stranger.tap('同意并加入');
  await stranger.sees('您已经加入，可以报名了。');
  await stranger.breathe();
  await stranger.tap('接着办');
  await stranger.sees('您报上了。到时候见。');
  await stranger.sees('周样明');
  expect((await talkNow()).roster).toMatchObject([
    {},
    { name: '黄样福', seats: 1, answers: { q1: '自己去' } },
  ]);
  expect(await stranger.errors()).toEqual([]);
  await stranger.close();
});

test('咨询台：一下约到最近空的，又能退掉', async () => {
  const roster = [anEntry('wang', { name: '王样国', post: 'seat' })];
  const desks = [
    { deskId: 'd1', title: '社区医生', from: SATURDAY + HOUR, to: SATURDAY + 2 * HOUR, minutes: 10 },
  ];
  await load(aSession('talk', { startsAt: SATURDAY, roster, desks }));
  const wang = await table.open({ who: 'wang', path: detail });
  await wang.sees('最近空的 周六 11月28日 10:00，一位 10 分钟');
  await wang.tap('约');
  await wang.sees('您约了 周六 11月28日 10:00');
  expect((await talkNow()).bookings).toMatchObject([{ deskId: 'd1', slot: 0, name: '王样国' }]);
  await wang.tap('退掉');
  await wang.sees('退掉了。');
  expect((await talkNow()).bookings).toEqual([]);
  expect(await wang.errors()).toEqual([]);
  await wang.close();
});

test('截止以后空出来的位子，由带活动的人看到，工作人员给排队的', async () => {
  const roster = [
    anEntry('zhou', { name: '周样明', post: 'seat', leftAt: NOW - HOUR, kept: 1 }),
    anEntry('chen', { name: '陈样国', post: 'seat', at: NOW - HOUR }),
  ];
  const times = { startsAt: NOW + HOUR, deadline: NOW - HOUR, cutOff: NOW - HOUR };
  await load(aSession('talk', { ...times, roster, posts: seats(1), held: 1 }));
  const leader = await table.open({ who: 'leader', path: detail });
  await leader.sees(/1\. 陈样国/);
  expect(await leader.lacks('给他')).toBe(true);
  const clerk = await table.open({ who: 'clerk', path: detail });
  await clerk.sees(/空着的位子 1/);
  await clerk.tap('给他');
  await clerk.sees('给了，会告诉他。');
  expect(await talkNow()).toMatchObject({ held: 0, rev: 1, roster: [{}, { given: true }] });
  expect([...(await clerk.errors()), ...(await leader.errors())]).toEqual([]);
  await clerk.close();
  await leader.close();
});

test('过去的一页二十场，翻到底；照上次的再发，样样都在，时间是下一个同样的日子', async () => {
  const past = Array.from({ length: 23 }, (_, nth) =>
    aSession(`past${nth + 1}`, { startsAt: SATURDAY - (nth + 1) * 7 * DAY, title: `宣讲第 ${nth + 1} 回` }),
  );
  await load(...past);
  const clerk = await table.open({ who: 'clerk', path: '/pages/activities/index' });
  await clerk.sees('最近没有活动。村里发了活动，会写在这里。');
  await clerk.tap('过去的');
  await clerk.sees('宣讲第 20 回');
  expect(await clerk.lacks('宣讲第 21 回')).toBe(true);
  await clerk.tap('看后面的');
  await clerk.sees('宣讲第 23 回');
  expect(await clerk.lacks('看后面的')).toBe(true);
  await clerk.tap('宣讲第 1 回');
  await clerk.tap('照这次的再发一次');
  await clerk.tap('看看大家看到的样子');
  await clerk.sees('宣讲第 1 回');
  await clerk.sees('周六 11月28日 09:00–11:00');
  await clerk.tap('发出去');
  await clerk.sees('谁来');
  const posted = await documentsOf<SessionDocument>(`${table.studio.url}/admin`, 'events', {});
  expect(posted.filter(({ startsAt }) => startsAt === SATURDAY)).toMatchObject([
    { title: '宣讲第 1 回', posts: seats(30), deadline: SATURDAY - HOUR, roster: [], createdAt: NOW },
  ]);
  expect(await clerk.errors()).toEqual([]);
  await clerk.close();
});

test('没发完的草稿，关掉小程序还在', async () => {
  const clerk = await table.open({ who: 'clerk' });
  await clerk.tap('发活动');
  await clerk.tap('参观');
  await clerk.fill('叫什么', '参观：淞沪抗战纪念馆');
  await clerk.kill();
  await clerk.reopen();
  await clerk.tap('发活动');
  await clerk.tap(/接着写没发完的/);
  await clerk.tap('看看大家看到的样子');
  await clerk.sees('参观：淞沪抗战纪念馆');
  await clerk.sees('在哪里上车：村委会门口、自己去');
  expect(await documentsOf(`${table.studio.url}/admin`, 'events', {})).toEqual([]);
  await clerk.close();
});
