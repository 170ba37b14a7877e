import { readPeople } from '../../../../cloudfunctions/domain/roster-sheet/people';
import { sheetOf, trouble, type Typed } from './sheet';

const TODAY = { year: 2026, month: 11 };
const GRIDS = [
  { gridId: 'g1', name: '第一网格', lanes: '', households: 0, leader: null, rev: 0 },
  { gridId: 'g2', name: '第二网格', lanes: '', households: 0, leader: null, rev: 0 },
];
const read = (lines: Typed[][], merges: Parameters<typeof sheetOf>[1] = []) =>
  readPeople(sheetOf(lines, merges), GRIDS, TODAY);
const across = (row: number, left: number, right: number) => ({ top: row, bottom: row, left, right });
const down = (left: number, top: number, bottom: number) => ({ top, bottom, left, right: left });

test('表头不在第一行，叫法不一样，列的顺序不一样', () => {
  const found = read(
    [
      ['花园村退役军人花名册'],
      ['二〇二六年'],
      ['序号', '所在网格', '姓 名 *', '联系电话（必填）', '退伍时间', '参军时间', '家庭住址'],
      ['1', '一', '王样国', '138 0000 0001', '1982.11', '1978.3', '花园村1号'],
    ],
    [across(0, 0, 6)],
  );
  expect(found?.people).toMatchObject([
    {
      row: 4,
      name: '王样国',
      phone: '13800000001',
      gridId: 'g1',
      enlisted: '1978-03',
      discharged: '1982-11',
      address: '花园村1号',
    },
  ]);
  expect(found?.people[0]?.cellOf('phone')).toBe('D4');
  expect(found?.header.ignored).toEqual([{ column: 'A', header: '序号', why: 'unknown' }]);
});

test('表头有两行：上面是大类，下面才是列名', () => {
  const found = read(
    [
      ['姓名', '联系方式', '', '服役'],
      ['', '手机', '住址', '入伍年月', '退伍年月'],
      ['王样国', '13800000001', '花园村1号', '1978', '1982'],
    ],
    [down(0, 0, 1), across(0, 1, 2), across(0, 3, 4)],
  );
  expect(found?.people).toMatchObject([
    { row: 3, phone: '13800000001', address: '花园村1号', enlisted: '1978', discharged: '1982' },
  ]);
});

test('身份证号那一列不读，重复的列不读，不认识的列说出来', () => {
  const found = read([
    ['姓名', '公民身份证号码', '电话', '手机号', '血型'],
    ['王样国', '11010119500101123X', '13800000001', '13900000002', 'A'],
  ]);
  expect(found?.header.ignored).toEqual([
    { column: 'B', header: '公民身份证号码', why: 'id_number' },
    { column: 'D', header: '手机号', why: 'twice' },
    { column: 'E', header: '血型', why: 'unknown' },
  ]);
  expect(JSON.stringify(found?.people)).not.toMatch(/110101/);
});

test('没有姓名这一列，就没有花名册', () => {
  expect(
    read([
      ['电话', '住址'],
      ['13800000001', '花园村'],
    ]),
  ).toBeNull();
  expect(read([])).toBeNull();
});

test('合并的网格，每一行都算；横着合并的一行是说明', () => {
  const found = read(
    [
      ['姓名', '网格', '电话'],
      ['王样国', '第二网格', ''],
      ['陈样建', null, ''],
      ['施样军', null, ''],
      ['以上人员均已核对', null, null],
    ],
    [down(1, 1, 3), across(4, 0, 2)],
  );
  expect(found?.people.map(({ name, gridId }) => [name, gridId])).toEqual([
    ['王样国', 'g2'],
    ['陈样建', 'g2'],
    ['施样军', 'g2'],
  ]);
  expect(found?.wrong).toEqual([]);
});

test('空行、中间又印一遍的表头，都不算人', () => {
  const found = read([['姓名', '电话'], [], ['王样国'], ['', '无'], ['姓名', '电话'], ['陈样建']]);
  expect(found?.people.map(({ row, name }) => [row, name])).toEqual([
    [3, '王样国'],
    [6, '陈样建'],
  ]);
});

test.each<[string, Typed[], string, string]>([
  ['没有姓名', ['', '13800000001'], 'A2', 'no_name'],
  ['座机', ['王样国', '0512-65550898'], 'B2', 'landline'],
  ['身份证号写进名字', ['王 11010119500101123X'], 'A2', 'id_number'],
  ['身份证号写进电话', ['王样国', '11010119500101123X'], 'B2', 'id_number'],
  ['公式没有结果', ['王样国', trouble('formula')], 'B2', 'formula'],
  ['公式出错', [trouble('error_value'), '13800000001'], 'A2', 'error_value'],
  ['没有这个网格', ['王样国', '', '第九网格'], 'C2', 'unknown_grid'],
  ['日期不对', ['王样国', '', '', '78年13月'], 'D2', 'bad_date'],
  ['分不清几月', ['王样国', '', '', 1978.1], 'D2', 'which_month'],
  ['退役早于入伍', ['王样国', '', '', '1978.3', '1977年'], 'E2', 'dates_crossed'],
  ['合计', ['合计', '102'], 'A2', 'not_a_person'],
])('%s：说出哪一格', (_, line, cell, problem) => {
  const found = read([['姓名', '电话', '网格', '入伍时间', '退役时间'], line]);
  expect(found?.people).toEqual([]);
  expect(found?.wrong).toMatchObject([{ row: 2, cell, problem }]);
});

test('不重复身份证号，别的写错的原样说出来', () => {
  const found = read([
    ['姓名', '电话'],
    ['王 11010119500101123X', ''],
    ['王样国', '0512-65550898'],
  ]);
  expect(found?.wrong).toMatchObject([
    { name: '', text: '' },
    { name: '王样国', text: '0512-65550898' },
  ]);
});
