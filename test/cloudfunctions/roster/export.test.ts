import { readSheet } from '../../../cloudfunctions/roster/sheet/read';
import type { RosterFileDocument } from '../../../typings/documents/roster-import';
import { anEntryOfTheRoster, memberIdOf, STUDIO } from '../../support/makers';
import { documentsOf } from '../../support/studio';
import { anOffice, dataOf, NOW, village, workbook } from './office';

const HOUR = 3_600_000;
const office = anOffice();
const { load, clerk, look, importSheet } = office;
const studio = () => office.studio();

describe('导出', () => {
  test('同样的列，按拼音排；再导入，什么也没有变；一小时后清掉', async () => {
    await importSheet(workbook(village(30)));
    await load(
      anEntryOfTheRoster('twin', { name: '同名', gridId: 'g1', initials: 'tm' }),
      anEntryOfTheRoster('twin2', { name: '同名', gridId: 'g1', initials: 'tm' }),
      anEntryOfTheRoster('nowhere', { name: '阿样', gridId: '', initials: 'ay', enlisted: '1969' }),
    );
    const { url, count } = dataOf(await studio().call(clerk, 'roster.export', { studioId: STUDIO }));
    expect(count).toBe(33);
    const file = Buffer.from(await (await fetch(url)).arrayBuffer());
    const rows = readSheet(file).rows.map((row) => row.map((cell) => cell?.text ?? ''));
    expect(rows.slice(0, 2)).toEqual([
      ['姓名', '手机号', '网格', '住址', '入伍时间', '退役时间'],
      ['阿样', '', '', '', '1969年'],
    ]);
    expect(rows.find(([name]) => name === '样例7')).toEqual([
      '样例7',
      '13800000007',
      '第一网格',
      '花园村东一弄7号',
      '1978年3月',
      '1982年11月',
    ]);
    expect((await look(file)).counts).toEqual({ fresh: 0, changed: 0, same: 33, wrong: 0 });

    const files = await documentsOf<RosterFileDocument>(`${studio().url}/admin`, 'rosterFiles', {
      until: NOW + HOUR,
    });
    expect(files).toMatchObject([{ memberId: memberIdOf('clerk'), kind: 'export' }]);
    await studio().setClock(NOW + HOUR + 1);
    await studio().timer('roster', 'sweep');
    expect((await fetch(url)).status).not.toBe(200);
    expect(await studio().document('rosterFiles', files[0]?._id ?? '')).toBeUndefined();
  });

  test('谁导出的，记在案', async () => {
    await studio().call(clerk, 'roster.export', { studioId: STUDIO });
    const query = { studioId: STUDIO, action: 'roster.export' as const, memberId: null, from: null };
    expect(await studio().call(clerk, 'members.audit', query)).toMatchObject({
      data: { lines: [{ memberId: memberIdOf('clerk'), action: 'roster.export', outcome: 'ok' }] },
    });
  });

  test('五千人也导得出', async () => {
    await importSheet(workbook(village(5_000)));
    expect(dataOf(await studio().call(clerk, 'roster.export', { studioId: STUDIO }))).toMatchObject({
      count: 5_000,
    });
  });
});
