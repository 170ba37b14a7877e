import type { SessionDocument } from '../../typings/documents/event';
import { aSession } from '../support/makers';
import { documentsOf } from '../support/studio';
import { Hall, DAY, HOUR, NOW, SATURDAY, seats } from './driver/hall';

let hall: Hall;

beforeAll(async () => {
  hall = await Hall.lay();
}, 120_000);
afterAll(() => hall.table.close());
beforeEach(() => hall.reset());

test('过去的一页二十场，翻到底；照上次的再发，样样都在，时间是下一个同样的日子', async () => {
  const past = Array.from({ length: 23 }, (_, nth) =>
    aSession(`past${nth + 1}`, { startsAt: SATURDAY - (nth + 1) * 7 * DAY, title: `宣讲第 ${nth + 1} 回` }),
  );
  await hall.load(...past);
  const clerk = await hall.table.open({ who: 'clerk', path: '/pages/activities/index' });
  await clerk.sees('最近没有活动。村里发了活动，会写在这里。');
  await clerk.tap('过去的');
  await clerk.sees('宣讲第 20 回');
  expect(await clerk.lacks('宣讲第 21 回')).toBe(true);
  await clerk.tap('看后面的');
  await clerk.sees('宣讲第 23 回');
  expect(await clerk.lacks('看后面的')).toBe(true);
  await clerk.tap('宣讲第 1 回');
  await clerk.tap('照这次的再发一次');
  await clerk.tap('看看样子');
  await clerk.sees('宣讲第 1 回');
  await clerk.sees('周六 11月28日 09:00–11:00');
  await clerk.tap('发出去');
  await clerk.sees('谁来');
  const posted = await documentsOf<SessionDocument>(`${hall.table.studio.url}/admin`, 'events', {});
  expect(posted.filter(({ startsAt }) => startsAt === SATURDAY)).toMatchObject([
    { title: '宣讲第 1 回', posts: seats(30), deadline: SATURDAY - HOUR, roster: [], createdAt: NOW },
  ]);
  expect(await clerk.errors()).toEqual([]);
  await clerk.close();
});

test('没发完的草稿，关掉小程序还在', async () => {
  const clerk = await hall.table.open({ who: 'clerk' });
  await clerk.tap('发活动');
  await clerk.tap('参观');
  await clerk.fill('叫什么', '参观：淞沪抗战纪念馆');
  await clerk.kill();
  await clerk.reopen();
  await clerk.tap('发活动');
  await clerk.tap(/接着写没发完的/);
  await clerk.tap('看看样子');
  await clerk.sees('参观：淞沪抗战纪念馆');
  await clerk.sees('在哪里上车：村委会门口、自己去');
  expect(await documentsOf(`${hall.table.studio.url}/admin`, 'events', {})).toEqual([]);
  await clerk.close();
});

test('连着三周的系列报一次都算：从后面一场走到第一场去报；取消第一场时说清楚后面的也取消', async () => {
  const clerk = await hall.table.open({ who: 'clerk', path: '/pages/post-activity/index' });
  await clerk.tap('战役学习');
  await clerk.fill('叫什么', '战役学习：上甘岭');
  await clerk.tapRole('button', '连着办几周，加一');
  await clerk.tapRole('button', '连着办几周，加一');
  await clerk.tap('报一次，几场都算');
  await clerk.tap('看看样子');
  await clerk.tap('发出去');
  await clerk.sees('报一次名，下面几场都算：');
  await clerk.sees('周六 12月12日 09:00–11:00');

  const zhou = await hall.table.open({ who: 'zhou', path: '/pages/activities/index' });
  await zhou.tap('周六 12月5日 09:00–11:00');
  await zhou.tap('去第一场报名');
  await zhou.tap('报名');
  await zhou.tap('允许');
  await zhou.sees('您报上了。到时候见。');
  const stored = await documentsOf<SessionDocument>(`${hall.table.studio.url}/admin`, 'events', {});
  const [first, ...others] = stored.sort((a, b) => a.startsAt - b.startsAt);
  expect(first).toMatchObject({ startsAt: SATURDAY, more: [{}, {}], roster: [{ name: '周样明' }] });
  expect(others).toMatchObject([
    { posts: [], roster: [] },
    { posts: [], roster: [] },
  ]);

  await clerk.tap('取消活动');
  await clerk.sees('这个系列报一次都算：取消这一场，后面的几场也都取消。');
  expect([...(await clerk.errors()), ...(await zhou.errors())]).toEqual([]);
  await clerk.close();
  await zhou.close();
});
