import type { ShiftDocument } from '../../typings/documents/event';
import { aMember, anEntry, aShift, aStudio, eventIdOf, openidOf, STUDIO } from '../support/makers';
import { stored } from '../support/stored';
import { layTable, type Table } from './driver/table';
import type { Tabletop } from './driver/tabletop';

/** 北京时间 2026 年 11 月 23 日 18:00，周一。 */
const NOW = Date.parse('2026-11-23T10:00:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const patrol = eventIdOf('patrol');
const page = `pages/shift-detail/index?shiftId=${patrol}&studio=${STUDIO}`;
const eight = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
/** 两天以后的巡逻，八个位子都有人了。 */
const STARTS = NOW + 2 * DAY + HOUR;

let table: Table;
let top: Tabletop;

beforeAll(async () => {
  table = await layTable(NOW, []);
}, 120_000);
afterAll(() => table.close());

beforeEach(async () => {
  await table.studio.reset();
  await table.studio.setClock(NOW);
  await table.studio.load(
    stored(
      aStudio(),
      ...eight.map((label) => aMember(label)),
      aMember('zhou', { name: '周样明' }),
      aShift('patrol', { startsAt: STARTS, roster: eight.map((label) => anEntry(label)) }),
    ),
  );
});
afterEach(() => top.close());

const waiting = async () =>
  (await table.studio.document<ShiftDocument>('events', patrol))!.roster
    .filter(({ leftAt }) => leftAt === null)
    .slice(eight.length)
    .map(({ name }) => name);

test('左手机把班次发到群里，右手机点开：老兵排队，过了一天轮到他，收到消息，点开还是那一班', async () => {
  top = await table.lay({ left: 'a', leftPath: page, right: 'zhou' });
  const { left, right } = top;
  await left.sees('谁来');
  await left.share();
  await top.cards().getByText('平安巡逻').first().waitFor();
  await top.screen('the table with a card');

  await top.openCard('平安巡逻', right);
  await right.sees('谁来');
  expect(await right.path()).toBe(page);
  await right.tap(/^先排队/);
  await right.tap('允许');
  await right.sees('您排在第 1 位，有人退出就轮到您');

  await top.clock('快 1 天');
  await left.pullDown();
  await left.sees('明晚 19:00–21:00');
  await left.tap('退出');
  await left.tap('确定退出');
  await left.sees('您退出了，已由排队的人补上。');
  await table.studio.timer('patrols', 'sweep');
  expect(await table.studio.outbox(openidOf('zhou'))).toMatchObject([{ page, at: NOW + DAY }]);

  await right.tapRole('button', '首页');
  await right.openMessage('平安巡逻');
  await right.sees('您报上了：队员。到时候见。');
  expect(await right.path()).toBe(page);
  expect(await right.stack()).toHaveLength(1);
  expect([...(await left.errors()), ...(await right.errors())]).toEqual([]);
});

test('群里的卡片陌生人也点得开，看不到谁报了名；一分钟加入，接着就排上队', async () => {
  top = await table.lay({ left: 'a', leftPath: page, right: 'stranger' });
  await top.left.sees('样例b');
  await top.left.share();
  await top.openCard('平安巡逻', top.right);
  for (const again of ['＋ 新来的人', '＋ 新来的人']) {
    await top.right.sees('加入以后看得到谁来');
    expect(await top.right.path()).toBe(page);
    expect(await top.right.lacks('样例b')).toBe(true);
    await top.right.give(again);
    await top.openCard('平安巡逻', top.right);
  }
  await top.right.tap('我要参加');
  await top.right.tapRole('textbox', '您叫什么名字');
  await top.right.tap('同意');
  await top.right.fill('您叫什么名字', '钱样新');
  await top.right.tap('同意并加入');
  await top.right.sees('您已经加入，可以报名了。');
  await top.right.breathe();
  await top.right.tap('接着办');
  await top.right.sees('样例b');
  await top.right.tap(/^先排队/);
  await top.right.tap('允许');
  await top.right.sees('您排在第 1 位，有人退出就轮到您');
  expect(await waiting()).toEqual(['钱样新']);
  expect(await top.right.errors()).toEqual([]);
});

test('网断了说清楚；关掉小程序再打开，报的名还在，刷新桌面卡片也还在', async () => {
  top = await table.lay({ left: 'a', leftPath: page, right: 'zhou', rightPath: page });
  const { left, right } = top;
  await left.sees('谁来');
  await left.share();
  await right.sees('谁来');
  await right.network('off');
  await right.tap(/^先排队/);
  await right.tap('允许');
  await right.sees('没有连上网络，请看看网络，再试一次。');
  expect(await waiting()).toEqual([]);
  await right.network('slow');
  await right.breathe();
  await right.tap(/^先排队/);
  await right.tap('允许');
  await right.sees('您排在第 1 位，有人退出就轮到您');
  expect(await waiting()).toEqual(['周样明']);

  await right.kill();
  await right.reopen();
  await right.sees('周样明，晚上好');
  await top.openCard('平安巡逻', right);
  await right.sees('您排在第 1 位，有人退出就轮到您');
  expect(await waiting()).toEqual(['周样明']);

  await top.page.reload();
  await top.cards().getByText('平安巡逻').first().waitFor();
  expect(await top.cards().count()).toBe(1);
});
