import type { RosterField } from '../../../typings/contract';
import { type Cell, columnName, plainText, type Sheet } from './cells';

/** 一列叫什么，就是什么。 */
const HEADERS: Record<RosterField, string[]> = {
  name: ['姓名', '名字', '姓名全称', '老兵姓名', '退役军人姓名'],
  phone: ['手机号', '手机号码', '手机', '电话', '电话号码', '联系电话', '联系方式', '移动电话', '本人电话'],
  gridId: ['网格', '微网格', '所在网格', '所属网格', '网格名称', '所在微网格', '所属微网格'],
  address: ['住址', '地址', '家庭住址', '家庭地址', '现住址', '居住地址', '住所', '详细地址', '联系地址'],
  enlisted: [
    '入伍时间',
    '入伍年月',
    '参军时间',
    '入伍日期',
    '参军年月',
    '参军日期',
    '入伍年份',
    '何时入伍',
    '入伍',
  ],
  discharged: [
    '退役时间',
    '退伍时间',
    '退役年月',
    '退伍年月',
    '退役日期',
    '退伍日期',
    '复员时间',
    '转业时间',
    '退役年份',
    '退伍年份',
    '何时退伍',
    '退役',
    '退伍',
  ],
};
const FIELD_OF = new Map(
  Object.entries(HEADERS).flatMap(([field, names]) => names.map((name) => [name, field as RosterField])),
);
/** Never read: we do not collect it. */
const ID_CARD = /身份证|身份号码|证件号/;
/** A title and a few lines may stand above the header. */
const LOOK_AT = 20;

export interface Ignored {
  column: string;
  header: string;
  why: 'unknown' | 'id_number' | 'twice';
}

export interface Header {
  /** The first row below it. */
  firstRow: number;
  columns: Partial<Record<RosterField, number>> & { name: number };
  ignored: Ignored[];
}

/** 手机号 *（必填） → 手机号 */
const bare = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/\(.*?\)/g, '')
    .replace(/[\s*:：、.]/g, '');

const saysName = (cell: Cell | undefined) => FIELD_OF.get(bare(plainText(cell))) === 'name';

/** 表头在哪一行，哪一列是什么；null where no column is one of names. */
export function headerOf({ rows, merges }: Sheet): Header | null {
  const top = rows.slice(0, LOOK_AT).findIndex((row) => row.some(saysName));
  if (top < 0) return null;
  const at = rows[top]?.findIndex(saysName) ?? -1;
  // Where the name's heading is two rows high, the others say in the lower one what they are.
  const bottom = merges.find((merge) => merge.top === top && merge.left === at)?.bottom ?? top;
  const lines = rows.slice(top, bottom + 1);
  const width = Math.max(...lines.map((line) => line.length));
  const columns: Partial<Record<RosterField, number>> = {};
  const ignored: Ignored[] = [];
  for (let column = 0; column < width; column++) {
    const said = lines.map((line) => plainText(line[column])).filter(Boolean);
    const header = said.findLast((text) => FIELD_OF.has(bare(text))) ?? said.at(-1);
    if (!header) continue;
    const field = FIELD_OF.get(bare(header));
    if (field && columns[field] === undefined) columns[field] = column;
    else
      ignored.push({ column: columnName(column), header: header.slice(0, 20), why: whyNot(header, field) });
  }
  return { firstRow: bottom + 1, columns: { ...columns, name: at }, ignored };
}

function whyNot(header: string, field: RosterField | undefined): Ignored['why'] {
  if (field) return 'twice';
  return ID_CARD.test(header) ? 'id_number' : 'unknown';
}

/** The heading stands once more in the middle, as on a printed page. */
export const isHeading = (row: (Cell | undefined)[], { columns }: Header) => saysName(row[columns.name]);
