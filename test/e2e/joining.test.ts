import type { ShiftDocument } from '../../typings/documents/event';
import type { MemberDocument } from '../../typings/documents/member';
import type { RosterEntryDocument } from '../../typings/documents/roster-entry';
import {
  aMember,
  anEntry,
  anEntryOfTheRoster,
  aShift,
  aStudio,
  entryIdOf,
  eventIdOf,
  memberIdOf,
  openidOf,
} from '../support/makers';
import { stored } from '../support/stored';
import { documentsOf } from '../support/studio';
import { layTable, type Table } from './driver/table';

/** 北京时间 18:00 */
const NOW = Date.parse('2026-11-23T10:00:00Z');
const HOUR = 3_600_000;
const card = `/pages/shift-detail/index?shiftId=${eventIdOf('patrol')}`;

let table: Table;

beforeAll(async () => {
  table = await layTable(NOW, []);
}, 120_000);
afterAll(() => table.close());
beforeEach(async () => {
  await table.studio.reset();
  await table.studio.load(
    stored(
      aStudio({ staff: [memberIdOf('clerk')] }),
      aMember('clerk', { name: '李样芳', role: 'staff' }),
      aMember('ada', { name: '王样国' }),
      anEntryOfTheRoster('chen', { name: '陈样国' }),
      aShift('patrol', { startsAt: NOW + HOUR, roster: [anEntry('ada', { name: '王样国' })] }),
    ),
  );
});

test('群里点开卡片的陌生人，一分钟加入，接着就报上刚才那一班', async () => {
  const stranger = await table.open({ who: 'chen', path: card });
  await stranger.sees('加入以后看得到谁来');
  expect(await stranger.lacks('王样国')).toBe(true);
  await stranger.tap('我要参加');
  await stranger.tapRole('textbox', '您叫什么名字');
  await stranger.tap('同意');
  await stranger.fill('您叫什么名字', '陈样国');
  await stranger.tap('同意并加入');
  await stranger.sees('您像花名册上的一位老兵，工作人员会核实。现在就可以报名。');
  await stranger.breathe();
  await stranger.tap('接着办');
  await stranger.sees('您报上了：队员。到时候见。');
  await stranger.sees('王样国');
  expect(await stranger.errors()).toEqual([]);
  await stranger.close();

  const shift = await table.studio.document<ShiftDocument>('events', eventIdOf('patrol'));
  expect(shift?.roster.map(({ name }) => name)).toEqual(['王样国', '陈样国']);

  const clerk = await table.open({ who: 'clerk', path: '/pages/people/index' });
  await clerk.sees('请您认一认');
  await clerk.tap('是他');
  await clerk.sees('陈样国：是花名册上的老兵了');
  expect(await clerk.errors()).toEqual([]);
  await clerk.close();
  const [member] = await documentsOf<MemberDocument>(`${table.studio.url}/admin`, 'members', {
    openid: openidOf('chen'),
  });
  expect(member).toMatchObject({ name: '陈样国', veteran: true });
  expect(await table.studio.document<RosterEntryDocument>('rosterEntries', entryIdOf('chen'))).toMatchObject({
    memberId: member?._id,
    waiting: 0,
  });
});

test('填错了说清楚，填好的还在', async () => {
  const stranger = await table.open({ who: 'chen', path: '/pages/join/index' });
  await stranger.tap('同意并加入');
  await stranger.sees('请写您的名字。');
  await stranger.tapRole('textbox', '您叫什么名字');
  await stranger.tap('不同意');
  await stranger.fill('您叫什么名字', '陈 11010119500101123X');
  await stranger.tap('同意并加入');
  await stranger.sees('请不要填身份证号，我们不收集身份证号，只写名字就行。');
  expect(await stranger.page.getByLabel('您叫什么名字').inputValue()).toBe('陈 11010119500101123X');
  await stranger.close();
});

test('工作人员换角色，最后一位换不掉', async () => {
  const clerk = await table.open({ who: 'clerk', path: '/pages/people/index' });
  await clerk.tap('王样国');
  await clerk.tap('做老班长');
  await clerk.sees('王样国：现在是老班长');
  await clerk.tap('李样芳');
  await clerk.tap('做普通成员');
  await clerk.sees('工作室至少要有一位工作人员，请先请别人来当，再换。');
  await clerk.close();
});
