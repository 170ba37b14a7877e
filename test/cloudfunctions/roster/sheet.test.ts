import { deflateRawSync } from 'node:zlib';
import { type CellObject, utils, write } from '@e965/xlsx';
import { readSheet } from '../../../cloudfunctions/roster/sheet/read';
import { UnreadableSheet } from '../../../cloudfunctions/roster/sheet/unzip';
import { writeSheet } from '../../../cloudfunctions/roster/sheet/write';
import { type Value, village, workbook } from './office';

const codeOf = (file: Buffer) => {
  try {
    return readSheet(file).rows.length;
  } catch (error) {
    return error instanceof UnreadableSheet ? error.code : error;
  }
};
const texts = (file: Buffer) => readSheet(file).rows.map((row) => row.map((cell) => cell?.text));

/** A zip of one part that says whatever it likes about its size. */
function zipOf(name: string, content: Buffer, says: number): Buffer {
  const packed = deflateRawSync(content, { level: 9 });
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(says, 22);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(says, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return Buffer.concat([local, Buffer.from(name), packed, entry, Buffer.from(name), end]);
}

const SHEET = 'xl/worksheets/sheet1.xml';
const GIGABYTE = 1024 ** 3;

describe('读不了的文件', () => {
  const plain = workbook([['姓名'], ['王样国']]);
  test.each([
    ['一个 PDF 改名叫 xlsx', Buffer.from('%PDF-1.7\n1 0 obj'), 'not_a_sheet'],
    ['旧的 xls，或者加了密码', Buffer.from('d0cf11e0a1b11ae1'.repeat(8), 'hex'), 'not_a_sheet'],
    ['空文件', Buffer.alloc(0), 'not_a_sheet'],
    ['只传了一半', plain.subarray(0, plain.length / 2), 'not_a_sheet'],
    ['别的压缩包', zipOf('readme.txt', Buffer.from('hello'), 5), 'not_a_sheet'],
    ['目录说展开有 1 GB', zipOf(SHEET, Buffer.alloc(1024), GIGABYTE), 'sheet_too_large'],
    ['目录说得很小，其实展开有 64 MB', zipOf(SHEET, Buffer.alloc(64 * 1024 * 1024), 100), 'sheet_too_large'],
    ['目录说得比实际大', zipOf(SHEET, Buffer.alloc(1024), 2048), 'not_a_sheet'],
    [
      '一万列',
      workbook([['姓名', ...Array.from({ length: 10_000 }, (_, i) => `列${i}`)], ['王样国']]),
      'sheet_too_large',
    ],
    ['六千人', workbook(village(6_000)), 'sheet_too_large'],
    ['五千人', workbook(village(5_000)), 5_001],
  ])('%s', (_, file, expected) => {
    expect(codeOf(file)).toBe(expected);
  });

  test('1 GB 的炸弹，一点也没有展开', () => {
    const bomb = zipOf(SHEET, Buffer.alloc(200 * 1024 * 1024), GIGABYTE);
    const before = process.memoryUsage().rss;
    expect(codeOf(bomb)).toBe('sheet_too_large');
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });
});

describe('读出来的格子', () => {
  test('公式取它算出的值，没有值的说是公式，出错的说出错', () => {
    const file = workbook(
      [
        ['姓名', '电话', '住址', '网格'],
        ['王样国', null, null, null],
      ],
      (sheet) => {
        sheet['B2'] = { t: 's', f: 'A9&B9', v: '13800000001' } satisfies CellObject;
        sheet['C2'] = { t: 's', f: 'A1&A2' } satisfies CellObject;
        sheet['D2'] = { t: 'e', f: 'VLOOKUP(A2,F:G,2,0)', v: 42 } satisfies CellObject;
      },
    );
    expect(readSheet(file).rows[1]).toMatchObject([
      { text: '王样国' },
      { text: '13800000001', trouble: null },
      { trouble: 'formula' },
      { trouble: 'error_value' },
    ]);
  });

  test('日期是日期，从 1904 年数起的也是', () => {
    const lines: Value[][] = [
      ['姓名', '入伍时间'],
      ['王样国', { t: 'n', v: 28551, z: 'yyyy"年"m"月"' }],
    ];
    expect(readSheet(workbook(lines)).rows[1]?.[1]).toMatchObject({ number: 28551, isDate: true });
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet(lines), '表');
    book.Workbook = { WBProps: { date1904: true } };
    const file = write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
    expect(readSheet(file).rows[1]?.[1]).toMatchObject({ number: 28551 + 1462, isDate: true });
  });

  test('有姓名的那一张表，隐藏的不看', () => {
    const book = utils.book_new();
    for (const [name, lines] of [
      ['旧的', [['姓名'], ['旧的人']]],
      ['说明', [['请看下一张表']]],
      ['花名册', [['姓名'], ['王样国']]],
    ] as const)
      utils.book_append_sheet(book, utils.aoa_to_sheet(lines as unknown as string[][]), name);
    book.Workbook = { Sheets: [{ Hidden: 1 }, { Hidden: 0 }, { Hidden: 0 }] };
    expect(texts(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer)).toEqual([
      ['姓名'],
      ['王样国'],
    ]);
  });
});

test('导出的每一格都是文字，像公式的也是', () => {
  const file = writeSheet([
    {
      name: '王样国',
      phone: '13800000001',
      gridId: 'g1',
      gridName: '第一网格',
      address: '=HYPERLINK("x")',
      enlisted: '1978-03',
      discharged: '1982',
    },
  ]);
  const { rows } = readSheet(file);
  expect(rows.map((row) => row.map((cell) => cell?.text))).toEqual([
    ['姓名', '手机号', '网格', '住址', '入伍时间', '退役时间'],
    ['王样国', '13800000001', '第一网格', '=HYPERLINK("x")', '1978年3月', '1982年'],
  ]);
  expect(rows.flat().every((cell) => cell?.number === null && cell.trouble === null)).toBe(true);
  expect(file.includes('<f>')).toBe(false);
});
