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
  await clerk.tap('看看大家看到的样子');
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
  await clerk.tap('看看大家看到的样子');
  await clerk.sees('参观：淞沪抗战纪念馆');
  await clerk.sees('在哪里上车：村委会门口、自己去');
  expect(await documentsOf(`${hall.table.studio.url}/admin`, 'events', {})).toEqual([]);
  await clerk.close();
});
