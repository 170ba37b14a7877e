import { type CellObject, read, utils } from '@e965/xlsx';
import type { RosterEntryDocument } from '../../typings/documents/roster-entry';
import { aMember, aStudio, memberIdOf, STUDIO } from '../support/makers';
import { stored } from '../support/stored';
import { documentsOf } from '../support/studio';
import { type Value, workbook } from '../cloudfunctions/roster/office';
import type { SinglePhone } from './driver/single-phone';
import { layTable, type Table } from './driver/table';

/** 北京时间 18:00 */
const NOW = Date.parse('2026-11-23T10:00:00Z');
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

let table: Table;
beforeAll(async () => {
  table = await layTable(NOW, []);
}, 120_000);
afterAll(() => table.close());
beforeEach(async () => {
  await table.studio.reset();
  await table.studio.load(
    stored(aStudio({ staff: [memberIdOf('clerk')] }), aMember('clerk', { name: '李样芳', role: 'staff' })),
  );
});

const LINES: Value[][] = [
  ['花园村退役军人花名册', null, null, null, null, null],
  ['姓　名', '联系电话', '所在网格', '入伍年月', '身份证号', '血型'],
  ['施样国', '138 0000 0001', '第一网格', '78年3月', '11010119500101123X', 'A'],
  ['陈样建', 13800000002, '第二网格', { t: 'n', v: 28551, z: 'yyyy/m/d' } satisfies CellObject, null, null],
  ['沈样军', null, '二网格', '1969.12', null, null],
  ['王样平', '0512-65550898', '第一网格', null, null, null],
];
const SHEET = workbook(LINES, (sheet) => {
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 5 } }];
});

/** Out of a chat: the phone's chooser takes a file of this machine; the first time the person is asked before. */
async function choose(phone: SinglePhone, name: string, buffer: Buffer, button = '选表格', asked = true) {
  await phone.tap(button);
  if (asked) await phone.tap('同意');
  const field = phone.frame.getByLabel('从这台电脑选择');
  await field.first().setInputFiles({ name, mimeType: XLSX, buffer });
}
const roster = () =>
  documentsOf<RosterEntryDocument>(`${table.studio.url}/admin`, 'rosterEntries', { studioId: STUDIO });

test('从聊天里选表格，看一遍，确认；按拼音找人；导出；再导入，什么也没有变', async () => {
  const clerk = await table.open({ who: 'clerk' });
  await clerk.tap('设置');
  await clerk.tap('花名册');
  await clerk.sees('花名册上还没有人');
  await clerk.tap('导入');
  await clerk.sees('从表格导入花名册');
  await choose(clerk, '花名册.xlsx', SHEET);
  await clerk.sees('第 6 行 B6（王样平）');
  await clerk.sees('「0512-65550898」是座机，这里只收手机号，没有就空着。');
  await clerk.sees('E 列 身份证号：我们不收集身份证号');
  await clerk.sees('F 列 血型：不认得这一列');
  expect(await roster()).toEqual([]);

  await clerk.tap('确认导入 3 人');
  await clerk.sees('导入好了，表里的 3 人都在花名册上了。');
  expect((await roster()).map(({ name, initials, enlisted }) => [name, initials, enlisted]).sort()).toEqual([
    ['施样国', 'syg', '1978-03'],
    ['沈样军', 'syj', '1969-12'],
    ['陈样建', 'cyj', '1978-03'],
  ]);

  await clerk.breathe();
  await clerk.tap('看花名册');
  await clerk.sees('陈样建');
  await clerk.fill('名字或拼音字母', 'sy');
  await clerk.sees('沈样军');
  await clerk.frame.getByText('陈样建').first().waitFor({ state: 'hidden' });
  await clerk.fill('名字或拼音字母', '没有');
  await clerk.sees('没有找到');
  await clerk.fill('名字或拼音字母', '');
  await clerk.choose('全部网格 ›', '第二网格');
  await clerk.sees('陈样建');
  await clerk.frame.getByText('施样国').first().waitFor({ state: 'hidden' });

  const downloaded = clerk.page.waitForResponse((response) => response.url().includes('/storage/'));
  await clerk.tap('导出');
  await clerk.sees('导出好了，一共 3 人');
  const exported = await (await downloaded).body();
  const [name] = read(exported).SheetNames;
  expect(utils.sheet_to_json(read(exported).Sheets[name ?? '']!, { header: 1 })).toEqual([
    ['姓名', '手机号', '网格', '住址', '入伍时间', '退役时间'],
    ['陈样建', '13800000002', '第二网格', '', '1978年3月', ''],
    ['施样国', '13800000001', '第一网格', '', '1978年3月', ''],
    ['沈样军', '', '第二网格', '', '1969年12月', ''],
  ]);
  await clerk.tap('打开看看');
  await clerk.tap('关闭');
  await clerk.tap('发到微信');
  await clerk.sees('花名册.xlsx');
  await clerk.tap('取消');

  await clerk.openPage('/pages/roster-import/index');
  await choose(clerk, '花名册.xlsx', exported, '选表格', false);
  await clerk.sees('没有要导入的：表里的人花名册上都有了，也没有变化。');
  expect(await clerk.errors()).toEqual([]);
  await clerk.close();
});

test.each([
  ['改了名字的 PDF', '花名册.xlsx', Buffer.from('%PDF-1.7\n%\n'), '这个文件不是电子表格，或者加了密码'],
  ['没有姓名的表', '表.xlsx', workbook([['电话'], ['13800000001']]), '表里没有找到姓名这一列'],
])('%s：说清楚，再选一份就好', async (_, name, file, said) => {
  const clerk = await table.open({ who: 'clerk', path: '/pages/roster-import/index' });
  await choose(clerk, name, file);
  await clerk.sees(said);
  await choose(clerk, '花名册.xlsx', SHEET, '换一份表格', false);
  await clerk.sees('确认导入 3 人');
  await clerk.close();
});

test('网断在半路：接着导入就写完', async () => {
  const clerk = await table.open({ who: 'clerk', path: '/pages/roster-import/index' });
  await choose(clerk, '花名册.xlsx', SHEET);
  await clerk.sees('确认导入 3 人');
  await clerk.network('off');
  await clerk.tap('确认导入 3 人');
  await clerk.sees('没有连上网络，请看看网络，再试一次。');
  await clerk.network('normal');
  await clerk.tap('接着导入');
  await clerk.sees('导入好了，表里的 3 人都在花名册上了。');
  expect(await roster()).toHaveLength(3);
  await clerk.close();
});

test('添一位，改一位，本人要求删除', async () => {
  const clerk = await table.open({ who: 'clerk', path: '/pages/roster/index' });
  await clerk.tap('添一位');
  await clerk.tap('保存');
  await clerk.sees('请写名字。');
  await clerk.fill('名字', '单样国 11010119500101123X');
  await clerk.tap('保存');
  await clerk.sees('请不要填身份证号');
  await clerk.fill('名字', '单样国');
  await clerk.choose('不清楚 ›', '第一网格');
  await clerk.fill('手机号（可以不写）', '13800000898');
  await clerk.fill('住址（可以不写）', '花园村898号');
  await clerk.tap('保存');
  await clerk.sees('保存好了。');
  await clerk.tap('返回');
  await clerk.sees('单样国');
  const [added] = await roster();
  expect(added).toMatchObject({ name: '单样国', initials: 'syg', gridId: 'g1', rev: 0 });

  await clerk.openPage(`/pages/roster-edit/index?entryId=${added?._id}`);
  await clerk.sees('手机号（可以不写）');
  expect(await clerk.page.getByLabel('手机号（可以不写）').filter({ visible: true }).inputValue()).toBe(
    '13800000898',
  );
  await clerk.fill('名字', '单样华');
  await clerk.tap('保存');
  await clerk.sees('保存好了。');
  expect(await roster()).toMatchObject([{ name: '单样华', initials: 'syh', rev: 1 }]);

  await clerk.openPage(`/pages/roster-edit/index?entryId=${added?._id}`);
  await clerk.tap('本人要求删除');
  await clerk.tap('删掉');
  await clerk.sees('删掉了，以后不再导入。');
  expect(await roster()).toEqual([]);
  expect(await clerk.errors()).toEqual([]);
  await clerk.close();
});
