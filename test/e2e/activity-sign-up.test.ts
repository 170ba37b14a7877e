import { anEntry, aSession } from '../support/makers';
import { Hall, HOUR, NOW, SATURDAY, detail, seats } from './driver/hall';

let hall: Hall;

beforeAll(async () => {
  hall = await Hall.lay();
}, 120_000);
afterAll(() => hall.table.close());
beforeEach(() => hall.reset());

test('没有人排队时，退出只点一下，不问', async () => {
  const roster = [anEntry('wang', { name: '王样国', post: 'seat' })];
  await hall.load(aSession('talk', { startsAt: SATURDAY, roster }));
  const wang = await hall.table.open({ who: 'wang', path: detail });
  await wang.tap('退出');
  await wang.sees('您退出了，谢谢您早说。');
  expect(await hall.present()).toEqual([]);
  await wang.close();
});

test('群里点开卡片的陌生人只看公开的；填好、加入，接着就报上', async () => {
  const roster = [anEntry('zhou', { name: '周样明', post: 'seat' })];
  const questions = [
    { questionId: 'q1', text: '在哪里上车', options: ['村委会门口', '自己去'], required: true },
  ];
  await hall.load(aSession('talk', { startsAt: SATURDAY, roster, questions }));
  const stranger = await hall.table.open({ who: 'stranger', path: detail });
  await stranger.sees('加入以后看得到谁来');
  expect(await stranger.lacks('周样明')).toBe(true);
  await stranger.tap('我要参加');
  await stranger.sees('还有要回答的没有答，请补上再报。');
  await stranger.tap('自己去');
  await stranger.tap('我要参加');
  await stranger.tapRole('textbox', '您叫什么名字');
  await stranger.tap('同意');
  await stranger.fill('您叫什么名字', '黄样福');
  await stranger.tap('同意并加入');
  await stranger.sees('您已经加入，可以报名了。');
  await stranger.breathe();
  await stranger.tap('接着办');
  await stranger.sees('您报上了。到时候见。');
  await stranger.sees('周样明');
  expect((await hall.talk()).roster).toMatchObject([
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
  await hall.load(aSession('talk', { startsAt: SATURDAY, roster, desks }));
  const wang = await hall.table.open({ who: 'wang', path: detail });
  await wang.sees('最近空的 周六 11月28日 10:00，一位 10 分钟');
  await wang.tap('约');
  await wang.sees('您约了 周六 11月28日 10:00');
  expect((await hall.talk()).bookings).toMatchObject([{ deskId: 'd1', slot: 0, name: '王样国' }]);
  await wang.tap('退掉');
  await wang.sees('退掉了。');
  expect((await hall.talk()).bookings).toEqual([]);
  expect(await wang.errors()).toEqual([]);
  await wang.close();
});

test('截止以后空出来的位子，由带活动的人看到，工作人员给排队的', async () => {
  const roster = [
    anEntry('zhou', { name: '周样明', post: 'seat', leftAt: NOW - HOUR, kept: 1 }),
    anEntry('chen', { name: '陈样国', post: 'seat', at: NOW - HOUR }),
  ];
  const times = { startsAt: NOW + HOUR, deadline: NOW - HOUR, cutOff: NOW - HOUR };
  await hall.load(aSession('talk', { ...times, roster, posts: seats(1), held: 1 }));
  const leader = await hall.table.open({ who: 'leader', path: detail });
  await leader.sees(/1\. 陈样国/);
  expect(await leader.lacks('给他')).toBe(true);
  const clerk = await hall.table.open({ who: 'clerk', path: detail });
  await clerk.sees(/空着的位子 1/);
  await clerk.tap('给他');
  await clerk.sees('给了，会告诉他。');
  expect(await hall.talk()).toMatchObject({ held: 0, rev: 1, roster: [{}, { given: true }] });
  expect([...(await clerk.errors()), ...(await leader.errors())]).toEqual([]);
  await clerk.close();
  await leader.close();
});

test('发到群里的卡片写着哪一天、在哪里，不写人数；另一部手机点开就是这一场', async () => {
  await hall.load(aSession('talk', { startsAt: SATURDAY, title: '老兵宣讲：长津湖', posts: seats(7) }));
  const top = await hall.table.lay({ left: 'zhou', leftPath: detail, right: 'chen' });
  await top.left.sees('谁来');
  await top.left.share();
  const card = top.cards().last();
  await card.getByText('老兵宣讲：长津湖 周六 11月28日 09:00–11:00 村活动室').first().waitFor();
  expect(await card.innerText()).not.toContain('7');
  await top.openCard('老兵宣讲', top.right);
  await top.right.sees('还没有人报名');
  expect(`/${await top.right.path()}`).toBe(`${detail}&studio=huayuan`);
  expect([...(await top.left.errors()), ...(await top.right.errors())]).toEqual([]);
  await top.close();
});
