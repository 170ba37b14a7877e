import { typedMonth } from '../../../../cloudfunctions/domain/roster-sheet/typed-month';
import { typedPhone } from '../../../../cloudfunctions/domain/roster-sheet/typed-phone';
import {
  typedAddress,
  typedGrid,
  typedName,
} from '../../../../cloudfunctions/domain/roster-sheet/typed-text';
import { cell, date, number, type Typed } from './sheet';

const TODAY = { year: 2026, month: 11 };
const shown = (found: ReturnType<typeof typedPhone>) =>
  found === null ? null : 'value' in found ? found.value : `!${found.problem}`;

describe('人们怎么写年月', () => {
  test.each<[Typed, string | null]>([
    ['1978.3', '1978-03'],
    ['1978.03', '1978-03'],
    ['1978.10', '1978-10'],
    ['1978.12.', '1978-12'],
    ['78年3月', '1978-03'],
    ['78.3', '1978-03'],
    ['05年12月', '2005-12'],
    ['1978年3月', '1978-03'],
    ['1978年3月1日', '1978-03'],
    ['1978年3月份', '1978-03'],
    ['1978 年 3 月', '1978-03'],
    ['1978年12月入伍', '1978-12'],
    ['1978/03/01', '1978-03'],
    ['1978/3', '1978-03'],
    ['1978-3-1', '1978-03'],
    ['1978-03-01 00:00:00', '1978-03'],
    ['１９７８．３', '1978-03'],
    ['一九七八年三月', '1978-03'],
    ['一九七八年十二月', '1978-12'],
    ['一九七〇年十月', '1970-10'],
    ['1978', '1978'],
    ['1978年', '1978'],
    ['78年', '1978'],
    ['197803', '1978-03'],
    ['19780301', '1978-03'],
    [1978, '1978'],
    [197803, '1978-03'],
    [19780301, '1978-03'],
    [1978.03, '1978-03'],
    [number(1978.1, '1978.10'), '1978-10'],
    [1978.12, '1978-12'],
    [28551, '1978-03'],
    [date(28551, '1978/3/2'), '1978-03'],
    [date(28551.5, '3月2日'), '1978-03'],
    [date(44562, '2022年1月'), '2022-01'],
    ['2026.11', '2026-11'],
    ['', null],
    ['不详', null],
    ['—', null],
    [null, null],
    [1978.1, '!which_month'],
    ['2026.12', '!future_date'],
    ['2030', '!future_date'],
    ['1978.13', '!bad_date'],
    ['1978年0月', '!bad_date'],
    ['1890.3', '!bad_date'],
    ['三月', '!bad_date'],
    ['1978.3-1982.11', '!bad_date'],
    ['当兵', '!bad_date'],
    [7, '!bad_date'],
  ])('%j → %s', (typed, expected) => {
    expect(shown(typedMonth(cell(typed), TODAY))).toBe(expected);
  });
});

describe('人们怎么写手机号', () => {
  test.each<[Typed, string | null]>([
    ['13800000898', '13800000898'],
    [13800000898, '13800000898'],
    [number(13800000898, '1.38E+10'), '13800000898'],
    ['138 0000 0898', '13800000898'],
    ['138-0000-0898', '13800000898'],
    ['138—0000—0898', '13800000898'],
    ['+86 13800000898', '13800000898'],
    ['0086-138-0000-0898', '13800000898'],
    ['8613800000898', '13800000898'],
    ['１３８０００００８９８', '13800000898'],
    ['13800000898（本人）', '13800000898'],
    ['手机13800000898', '13800000898'],
    ['13800000898 ', '13800000898'],
    ['', null],
    ['无', null],
    ['/', null],
    ['0512-65550898', '!landline'],
    ['65550898', '!landline'],
    ['(0512)6555089', '!landline'],
    ['13800000898/13900000898', '!several_phones'],
    ['13800000898、13900000898', '!several_phones'],
    ['13800000898 13900000898', '!several_phones'],
    ['1.38E+10', '!digits_lost'],
    ['1380000089', '!bad_phone'],
    ['12800000898', '!bad_phone'],
    ['138000008980', '!bad_phone'],
    ['老伴的电话', '!bad_phone'],
    ['11010119500101123X', '!id_number'],
  ])('%j → %s', (typed, expected) => {
    expect(shown(typedPhone(cell(typed)))).toBe(expected);
  });
});

describe('名字、住址、网格', () => {
  test.each<[Typed, string | null]>([
    ['王样国', '王样国'],
    ['王　强', '王强'],
    [' 王 样 国 ', '王样国'],
    ['买买提·样例', '买买提·样例'],
    ['王样国（大）', '王样国（大）'],
    ['\u200b王样国', '王样国'],
    ['', null],
    ['合计', '!not_a_person'],
    ['备注：以上为2026年数据', '!not_a_person'],
    ['王样国 11010119500101123X', '!id_number'],
    ['110101500101123', '!id_number'],
    ['😀', '!bad_name'],
    ['一二三四五六七八九十一二三四五六七八九十一', '!name_too_long'],
  ])('名字 %j → %s', (typed, expected) => {
    expect(shown(typedName(cell(typed)))).toBe(expected);
  });

  const GRIDS = ['第一网格', '第三网格', '第十一网格', '东网格'].map((name, index) => ({
    gridId: `g${index + 1}`,
    name,
  }));
  test.each<[Typed, string | null]>([
    ['第一网格', 'g1'],
    ['一网格', 'g1'],
    ['第1网格', 'g1'],
    [1, 'g1'],
    ['第三微网格', 'g2'],
    ['网格3', 'g2'],
    ['第十一网格', 'g3'],
    ['11', 'g3'],
    ['东', 'g4'],
    ['', null],
    ['第九网格', '!unknown_grid'],
  ])('网格 %j → %s', (typed, expected) => {
    expect(shown(typedGrid(cell(typed), GRIDS))).toBe(expected);
  });

  test('住址写在一行里，身份证号不收', () => {
    expect(shown(typedAddress(cell('花园村\n898号')))).toBe('花园村 898号');
    expect(shown(typedAddress(cell(`${'长'.repeat(61)}`)))).toBe('!bad_address');
    expect(shown(typedAddress(cell('花园村 11010119500101123X')))).toBe('!id_number');
  });
});
