import type { SessionDocument } from '../../typings/documents/event';
import { anEntry, aSession, openidOf } from '../support/makers';
import { documentsOf } from '../support/studio';
import { Hall, DAY, HOUR, NOW, SATURDAY, detail, seats, talk } from './driver/hall';

let hall: Hall;

beforeAll(async () => {
  hall = await Hall.lay();
}, 120_000);
afterAll(() => hall.table.close());
beforeEach(() => hall.reset());

test('村工作人员发一场宣讲：选哪一种、填、看看样子、发出去；老兵在首页点开就能报，带一位', async () => {
  const clerk = await hall.table.open({ who: 'clerk' });
  await clerk.tap('发活动');
  await clerk.tap('老兵宣讲');
  await clerk.tap('看看样子');
  await clerk.sees('请写叫什么，写完整。');
  await clerk.fill('叫什么', '老兵宣讲：长津湖');
  await clerk.fill('几个位子', '3');
  await clerk.tap('看看样子');
  await clerk.sees('列表里');
  await clerk.sees('老兵宣讲：长津湖');
  await clerk.sees('周六 11月28日 09:00–10:30');
  await clerk.tap('发出去');
  await clerk.sees('谁来');
  expect(await clerk.path()).toMatch(/^pages\/activity-detail\/index\?sessionId=e_/);
  const [session] = await documentsOf<SessionDocument>(`${hall.table.studio.url}/admin`, 'events', {});
  expect(session).toMatchObject({
    ...{ kind: 'session', title: '老兵宣讲：长津湖', place: '村活动室', startsAt: SATURDAY },
    ...{ deadline: SATURDAY - DAY, cutOff: SATURDAY - 2 * HOUR, companions: 2, posts: seats(3) },
  });

  const zhou = await hall.table.open({ who: 'zhou' });
  await zhou.tap('老兵宣讲：长津湖');
  await zhou.sees('个位子');
  await zhou.tapRole('button', '再带几位，加一');
  await zhou.sees('连您一共 2 位');
  await zhou.tap('报名');
  await zhou.tap('允许');
  await zhou.sees('您报上了，一共 2 位。到时候见。');
  await zhou.sees('好，有变动会发微信消息。');
  const after = await hall.table.studio.document<SessionDocument>('events', session?._id ?? '');
  expect(after?.roster).toMatchObject([{ name: '周样明', seats: 2, leftAt: null }]);
  expect(after?.joined).toEqual({ seat: 2 });
  expect([...(await clerk.errors()), ...(await zhou.errors())]).toEqual([]);
  await clerk.close();
  await zhou.close();
});

test('坐满了先排队；第一位退出，第二位补上，收到消息', async () => {
  await hall.load(
    aSession('talk', { startsAt: SATURDAY, title: '老兵宣讲：长津湖', posts: seats(2), companions: 1 }),
  );
  const zhou = await hall.table.open({ who: 'zhou', path: detail });
  await zhou.tapRole('button', '再带几位，加一');
  await zhou.tap('报名');
  await zhou.tap('允许');
  await zhou.sees('您报上了，一共 2 位。到时候见。');

  const chen = await hall.table.open({ who: 'chen', path: detail });
  await chen.sees('位子满了，可以先排队，有人退出就轮到您。');
  await chen.tap('先排队');
  await chen.tap('允许');
  await chen.sees('您排在最前面，有人退出就轮到您');
  expect(await hall.present()).toEqual([
    ['周样明', 2],
    ['陈样国', 1],
  ]);

  await zhou.pullDown();
  await zhou.tap('退出');
  await zhou.sees('您一退出，位子就给他。您再想来，要排到最后。');
  await zhou.tap('确定退出');
  await zhou.sees('您退出了，位子给了排队的人。');
  await zhou.sees('又想来了？重新报名');
  expect(await hall.present()).toEqual([['陈样国', 1]]);
  expect(await hall.table.studio.outbox(openidOf('chen'))).toMatchObject([
    { page: `pages/activity-detail/index?sessionId=${talk}&studio=huayuan` },
  ]);
  await chen.pullDown();
  await chen.sees('您报上了。到时候见。');
  expect([...(await zhou.errors()), ...(await chen.errors())]).toEqual([]);
  await zhou.close();
  await chen.close();
});

test('名额少到坐不下：替工作人员选好最后来的，换一个人，一次办好', async () => {
  const roster = [
    anEntry('zhou', { name: '周样明', post: 'seat', seats: 2 }),
    anEntry('chen', { name: '陈样国', post: 'seat', at: NOW - HOUR }),
    anEntry('leader', { name: '李样班', post: 'seat', at: NOW }),
  ];
  await hall.load(aSession('talk', { startsAt: SATURDAY, roster }));
  const clerk = await hall.table.open({ who: 'clerk', path: detail });
  await clerk.tap('改名额');
  await clerk.sees('位报了名');
  await clerk.fill('一共几个位子', '3');
  await clerk.tapRole('button', '改名额');
  await clerk.sees('请谁让出来');
  await clerk.tapRole('checkbox', '李样班');
  await clerk.tap('请他们让出来');
  await clerk.sees('还要再选 1 个位子。');
  expect((await hall.talk()).posts).toEqual(seats(30));
  await clerk.tapRole('checkbox', '陈样国');
  await clerk.tap('请他们让出来');
  await clerk.sees('名额改成 3 个，1 家让出来了，会收到消息。');
  expect(await hall.talk()).toMatchObject({ posts: seats(3), rev: 1, joined: { seat: 3 } });
  expect(await hall.present()).toEqual([
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
  await hall.load(aSession('talk', { startsAt: SATURDAY, roster }));
  const clerk = await hall.table.open({ who: 'clerk', path: detail });
  await clerk.tap('改时间地点');
  await clerk.sees('报了名的人都会收到消息');
  await clerk.tap('改好了，告诉大家');
  await clerk.sees('时间和地点都没有变。');
  await clerk.fill('在哪里', '文化礼堂');
  await clerk.tap('改好了，告诉大家');
  await clerk.sees(/^改好了/);
  expect(await hall.talk()).toMatchObject({ place: '文化礼堂', rev: 1, changes: [{ what: ['place'] }] });
  await clerk.tap('回到活动');
  await clerk.sees('文化礼堂');
  const wang = await hall.table.open({ who: 'wang', path: detail });
  await wang.sees(/地点改过了（今晚改的），请看清楚。去不了了，点下面「退出」就行，不用说原因。/);
  await clerk.close();
  await wang.close();
});

test('取消要说原因，报了名的人看得到', async () => {
  const roster = [anEntry('zhou', { name: '周样明', post: 'seat' })];
  await hall.load(aSession('talk', { startsAt: SATURDAY, roster }));
  const clerk = await hall.table.open({ who: 'clerk', path: detail });
  await clerk.tap('取消活动');
  await clerk.sees('为什么取消');
  await clerk.tapRole('button', '取消活动');
  await clerk.sees('请写为什么取消，大家要知道。');
  await clerk.fill('为什么取消', '讲的人病了，改天再办');
  await clerk.tapRole('button', '取消活动');
  await clerk.tap('确定取消');
  await clerk.sees(/^取消了。没有告诉到的/);
  expect(await hall.talk()).toMatchObject({ state: 'cancelled', cancelledFor: '讲的人病了，改天再办' });
  await clerk.tap('回到活动');
  await clerk.sees(/周样明：活动取消了/);
  const zhou = await hall.table.open({ who: 'zhou', path: detail });
  await zhou.sees('已经取消了，不用来了。原因：讲的人病了，改天再办');
  expect(await zhou.lacks('退出')).toBe(true);
  expect([...(await clerk.errors()), ...(await zhou.errors())]).toEqual([]);
  await clerk.close();
  await zhou.close();
});
