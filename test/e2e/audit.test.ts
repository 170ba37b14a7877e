import { aMember, aStudio, memberIdOf, openidOf, STUDIO } from '../support/makers';
import { stored } from '../support/stored';
import { layTable, type Table } from './driver/table';

/** 北京时间 18:00 */
const NOW = Date.parse('2026-11-23T10:00:00Z');
const mine = { studioId: STUDIO };

let table: Table;
beforeAll(async () => {
  table = await layTable(NOW, []);
  await table.studio.load(
    stored(
      aStudio({ staff: [memberIdOf('clerk')] }),
      aMember('clerk', { name: '李样芳', role: 'staff' }),
      aMember('ada', { name: '王样国' }),
    ),
  );
  const grant = { ...mine, memberId: memberIdOf('ada'), role: 'squadLeader' as const };
  // The last lines first: twenty stand on a page.
  for (let n = 0; n < 21; n++)
    await table.studio.call(openidOf('ada'), 'members.myData', { ...mine, phones: 'clear' });
  await table.studio.setClock(NOW + 60_000);
  await table.studio.call(openidOf('ada'), 'members.correct', { ...mine, name: '王样国', phone: null });
  await table.studio.call(openidOf('ada'), 'members.grant', grant);
  await table.studio.call(openidOf('clerk'), 'members.grant', grant);
}, 120_000);
afterAll(() => table.close());

test('谁做过什么：新的在前，没办成的说为什么，按人看，按事看，一页一页看到头', async () => {
  const clerk = await table.open({ who: 'clerk', path: '/pages/audit/index' });
  await clerk.sees('换角色：王样国');
  await clerk.sees('没办成：没有这个权限');
  await clerk.sees('改自己的资料');
  await clerk.tapRole('button', '只看这个人的：李样芳');
  await clerk.sees('看所有人的 ›');
  expect(await clerk.lacks('改自己的资料')).toBe(true);
  await clerk.breathe();
  await clerk.tap('看所有人的 ›');
  await clerk.sees('改自己的资料');
  await clerk.choose('所有的事 ›', '看自己的全部资料');
  await clerk.sees('动了：名字、手机号、所在工作室、报过的名');
  expect(await clerk.lacks('换角色：王样国')).toBe(true);
  const shown = () => clerk.frame.getByText('动了：', { exact: false }).filter({ visible: true }).count();
  expect(await shown()).toBe(20);
  await clerk.tapRole('button', '看更早的');
  await clerk.still();
  expect(await shown()).toBe(21);
  expect(await clerk.lacks('看更早的')).toBe(true);
  expect(await clerk.errors()).toEqual([]);
  await clerk.close();
});

test('不是工作人员的看不到', async () => {
  const ada = await table.open({ who: 'ada', path: '/pages/audit/index' });
  await ada.sees('这件事由村工作人员来办，请给服务站打电话。');
  expect(await ada.lacks('换角色')).toBe(true);
  await ada.close();
});
