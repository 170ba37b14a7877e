import { existsSync } from 'node:fs';
import type { StudioDocument } from '../../typings/documents/studio';
import { aMember, anEntryOfTheRoster, aStudio, aTown, memberIdOf, STUDIO, TOWN } from '../support/makers';
import { stored } from '../support/stored';
import { layTable, type Table } from './driver/table';

/** 北京时间 2026 年 11 月 23 日 18:00，周一。 */
const NOW = Date.parse('2026-11-23T10:00:00Z');

let table: Table;

beforeAll(async () => {
  table = await layTable(NOW, []);
}, 120_000);
afterAll(() => table.close());

beforeEach(async () => {
  await table.studio.reset();
  await table.studio.load(
    stored(
      aTown(),
      aStudio({ staff: [memberIdOf('clerk'), memberIdOf('deputy')] }),
      aMember('clerk', { name: '施样芳', role: 'staff' }),
      aMember('deputy', { name: '李样芳', role: 'staff' }),
      aMember('zhou', { name: '周样明' }),
    ),
  );
});

const studioNow = () => table.studio.document<StudioDocument>('studios', STUDIO);

test('设置里改网格、加网格；还有老兵的网格撤不掉，说明为什么', async () => {
  await table.studio.load(stored(anEntryOfTheRoster('veteran', { gridId: 'g1' })));
  const clerk = await table.open({ who: 'clerk' });
  await clerk.tap('设置');
  await clerk.sees('谁在什么时候做过什么');
  await clerk.tap('网格');
  await clerk.tap('加一个网格');
  await clerk.fill('网格叫什么', '河东网格');
  await clerk.tap('存好');
  await clerk.sees('多少户，请写数字。');
  await clerk.fill('多少户', '66');
  await clerk.fill('网格长的名字（可以不写）', '没样人');
  await clerk.tap('存好');
  await clerk.sees('工作室里没有叫这个名字的人，请看看有没有写错。');
  await clerk.fill('网格长的名字（可以不写）', '周样明');
  await clerk.tap('存好');
  await clerk.sees('66 户，网格长 周样明');
  await clerk.tap('第一网格');
  await clerk.tap('撤掉这个网格');
  await clerk.tap('撤掉');
  await clerk.sees('花名册上还有人在这个网格里，请先给他们换好网格，再撤。');
  const studio = await studioNow();
  expect(studio?.grids.map(({ name }) => name)).toEqual(['第一网格', '第二网格', '河东网格']);
  expect(studio?.grids[2]?.leader).toBe(memberIdOf('zhou'));

  await clerk.openPage('/pages/post-shift/index');
  await clerk.choose('在哪个网格', '河东网格');
  expect(await clerk.errors()).toEqual([]);
  await clerk.close();
});

const ROWS: [string, string][] = [
  ['工作室的人', 'people'],
  ['花名册', 'roster'],
  ['网格', 'grids'],
  ['待审核', 'reviews'],
  ['操作记录', 'audit'],
];
const there = ROWS.filter(([, page]) => existsSync(`miniprogram/pages/${page}/index.json`));

test.each(there)('设置里的「%s」打得开，志愿者自己去打开也看不到东西', async (row, page) => {
  const clerk = await table.open({ who: 'clerk', path: '/pages/settings/index' });
  await clerk.tap(row);
  await clerk.still();
  expect(await clerk.path()).toBe(`pages/${page}/index`);
  expect(await clerk.errors()).toEqual([]);
  await clerk.close();
  const zhou = await table.open({ who: 'zhou', path: `/pages/${page}/index` });
  await zhou.sees('这件事由村工作人员来办，请给服务站打电话。');
  await zhou.close();
});

test('人多了可以找人；督查和陌生人一个人也看不到', async () => {
  const crowd = Array.from({ length: 55 }, (_, index) => aMember(`p${index}`, { name: `龚样${index}` }));
  await table.studio.load(stored(...crowd));
  const clerk = await table.open({ who: 'clerk', path: '/pages/people/index' });
  await clerk.fill('写姓，或者名字', '周');
  await clerk.tap('找人');
  await clerk.sees('周样明');
  expect(await clerk.lacks('龚样0')).toBe(true);
  await clerk.fill('写姓，或者名字', '没');
  await clerk.tap('找人');
  await clerk.sees('没有找到这个名字的人。');
  await clerk.tap('看全部的人');
  await clerk.sees('看后面的人');
  expect(await clerk.errors()).toEqual([]);
  await clerk.close();

  await table.studio.load(stored(aMember('officer', { studioId: null, supervises: TOWN })));
  for (const who of ['officer', 'stranger']) {
    const other = await table.open({ who, path: '/pages/people/index' });
    await other.sees('您还没有加入工作室，请先加入。');
    expect(await other.lacks('周样明')).toBe(true);
    await other.close();
  }
});

test('两位工作人员互相换角色，后到的人看到自己已经不是了，名单里留下一位', async () => {
  const clerk = await table.open({ who: 'clerk', path: '/pages/people/index' });
  await clerk.sees('李样芳');
  const deputy = await table.open({ who: 'deputy', path: '/pages/people/index' });
  await deputy.tap('施样芳');
  await deputy.tap('做普通成员');
  await deputy.sees('施样芳：现在是普通成员');

  await clerk.tap('李样芳');
  await clerk.tap('做普通成员');
  await clerk.sees('这件事由村工作人员来办，请给服务站打电话。');
  await deputy.tap('李样芳');
  await deputy.tap('做老班长');
  await deputy.sees('工作室至少要有一位工作人员，请先请别人来当，再换。');
  expect((await studioNow())?.staff).toEqual([memberIdOf('deputy')]);

  await deputy.tap('周样明');
  await deputy.tap('做村工作人员');
  await deputy.sees('周样明：现在是村工作人员');
  await deputy.tap('李样芳');
  await deputy.tap('做老班长');
  await deputy.sees('李样芳：现在是老班长');
  expect((await studioNow())?.staff).toEqual([memberIdOf('zhou')]);
  expect([...(await clerk.errors()), ...(await deputy.errors())]).toEqual([]);
  await clerk.close();
  await deputy.close();
});
