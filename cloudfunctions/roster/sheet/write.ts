import { utils, write } from '@e965/xlsx';
import type { Person } from '../../domain/roster-sheet/people';

/** 导出的列；the import knows every one of them. */
const HEADERS = ['姓名', '手机号', '网格', '住址', '入伍时间', '退役时间'];
const WIDTHS = [12, 16, 14, 36, 14, 14];

/** 1978-03 → 1978年3月 */
export const monthText = (month: string | null) =>
  (month ?? '').replace(/^(\d{4})(?:-0?(\d+))?$/, (_, year: string, number?: string) =>
    number ? `${year}年${number}月` : `${year}年`,
  );

/** Every cell is text: a phone keeps its digits, and what looks like a formula is none. */
export function writeSheet(people: (Person & { gridName: string })[]): Buffer {
  const lines = people.map(({ name, phone, gridName, address, enlisted, discharged }) => [
    name,
    phone ?? '',
    gridName,
    address ?? '',
    monthText(enlisted),
    monthText(discharged),
  ]);
  const cells = [HEADERS, ...lines].map((line) => line.map((v) => ({ t: 's' as const, v })));
  const sheet = utils.aoa_to_sheet(cells);
  sheet['!cols'] = WIDTHS.map((wch) => ({ wch }));
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '花名册');
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer;
}
