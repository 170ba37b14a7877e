import { CFB, read, SSF, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx';
import type { Cell, Sheet } from '../../domain/roster-sheet/cells';
import { headerOf } from '../../domain/roster-sheet/columns';
import { UnreadableSheet, unzip } from './unzip';

/** Pictures and macros stay packed. */
const WANTED = /\.(?:xml|rels)$/i;
const SHEETS = /^xl\/worksheets\//i;
const MOST_CELLS = 400_000;
const MOST_ROWS = 5_000;
const MOST_COLUMNS = 200;
/** A sheet counts its days from 1904 where its workbook says so. */
const DAYS_TO_1904 = 1_462;

/** What the library's typings leave out. */
interface Container {
  utils: { cfb_new(): object; cfb_add(container: object, path: string, content: Buffer): void };
  write(container: object, options: { type: 'buffer'; fileType: 'zip' }): Buffer;
}
const container = CFB as Container;
const isDateFormat = (format: unknown) =>
  typeof format === 'string' && (SSF as { is_date(format: string): boolean }).is_date(format);

/** The first visible sheet with a column of names, else the first one. Throws `UnreadableSheet`. */
export function readSheet(file: Buffer): Sheet {
  const parts = unzip(file, (name) => WANTED.test(name));
  for (const [name, content] of parts) {
    if (SHEETS.test(name) && hasMore(content, '<c ', MOST_CELLS))
      throw new UnreadableSheet('sheet_too_large');
  }
  const book = bookOf(parts);
  const shown = book.SheetNames.filter((_, index) => !book.Workbook?.Sheets?.[index]?.Hidden);
  const from1904 = book.Workbook?.WBProps?.date1904 === true;
  const sheets = shown.map((name) => sheetOf(book.Sheets[name] ?? {}, from1904));
  const found = sheets.find((sheet) => headerOf(sheet) !== null) ?? sheets[0];
  if (!found) throw new UnreadableSheet('not_a_sheet');
  const rows = found.rows.filter((row) => row.some((cell) => cell !== undefined));
  const columns = found.rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (rows.length > MOST_ROWS + 20 || columns > MOST_COLUMNS) throw new UnreadableSheet('sheet_too_large');
  return found;
}

/** Only what was unpacked under watch reaches the library. */
function bookOf(parts: Map<string, Buffer>): WorkBook {
  const bare = container.utils.cfb_new();
  for (const [name, content] of parts) container.utils.cfb_add(bare, `/${name}`, content);
  try {
    const zip = container.write(bare, { type: 'buffer', fileType: 'zip' });
    return read(zip, { type: 'buffer', dense: true, cellNF: true, cellHTML: false, sheetStubs: true });
  } catch {
    throw new UnreadableSheet('not_a_sheet');
  }
}

function hasMore(content: Buffer, mark: string, most: number): boolean {
  let count = 0;
  for (let at = content.indexOf(mark); at >= 0; at = content.indexOf(mark, at + 1)) {
    if (++count > most) return true;
  }
  return false;
}

function sheetOf(sheet: WorkSheet, from1904: boolean): Sheet {
  const rows = (sheet['!data'] ?? []) as ((CellObject | undefined)[] | undefined)[];
  return {
    rows: Array.from(rows, (row) => trimmed(Array.from(row ?? [], (cell) => cell && cellOf(cell, from1904)))),
    merges: (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })),
  };
}

/** A cell that only has a border or a colour is empty. */
function cellOf(cell: CellObject, from1904: boolean): Cell | undefined {
  const { t: type, v: value, w: shown, f: formula, z: format } = cell;
  const trouble = (kind: 'formula' | 'error_value') => ({
    text: '',
    number: null,
    isDate: false,
    trouble: kind,
  });
  if (type === 'e') return trouble('error_value');
  if (type === 'z' || value === undefined || value === '')
    return formula === undefined ? undefined : trouble('formula');
  if (type !== 'n') return { text: String(value), number: null, isDate: false, trouble: null };
  const number = Number(value);
  const isDate = isDateFormat(format);
  const days = isDate && from1904 ? number + DAYS_TO_1904 : number;
  return { text: shown ?? String(number), number: days, isDate, trouble: null };
}

function trimmed(row: (Cell | undefined)[]): (Cell | undefined)[] {
  return row.slice(0, row.findLastIndex((cell) => cell !== undefined) + 1);
}
