import type { RosterField, RowProblem, SheetPreview } from '../../../typings/contract';
import type { Grid } from '../../../typings/documents/studio';
import { type Cell, columnName, fillDown, type Merge, plainText, type Sheet } from './cells';
import { type Header, headerOf, isHeading } from './columns';
import { crossed, type Today, typedMonth } from './typed-month';
import { type Typed, typedPhone } from './typed-phone';
import { typedAddress, typedGrid, typedName } from './typed-text';

/** 一个人：what the sheet does not say is null. */
export interface Person {
  name: string;
  phone: string | null;
  gridId: string | null;
  address: string | null;
  enlisted: string | null;
  discharged: string | null;
}

/** 表里的一个人，和他在哪一行。 */
export interface SheetPerson extends Person {
  row: number;
  cellOf: (field: RosterField) => string;
}

export type WrongRow = SheetPreview['wrong'][number];

export interface ReadSheet {
  header: Header;
  people: SheetPerson[];
  wrong: WrongRow[];
}

const FIELDS: RosterField[] = ['name', 'phone', 'gridId', 'address', 'enlisted', 'discharged'];
const LONGEST_TEXT = 20;

/** 表里的每一行：是谁，或者哪一格不对。Null where no column is one of names. */
export function readPeople(sheet: Sheet, grids: readonly Grid[], today: Today): ReadSheet | null {
  const header = headerOf(sheet);
  if (!header) return null;
  const { rows, merges } = fillDown(sheet);
  const people: SheetPerson[] = [];
  const wrong: WrongRow[] = [];
  for (let index = header.firstRow; index < rows.length; index++) {
    const cells = rows[index] ?? [];
    if (isEmpty(cells, header) || isHeading(cells, header) || isNote(index, merges, header)) continue;
    const read = readRow(cells, index + 1, header, grids, today);
    if ('problem' in read) wrong.push(read);
    else people.push(read);
  }
  return { header, people, wrong };
}

/** Styles and borders make no person. */
const isEmpty = (cells: (Cell | undefined)[], { columns }: Header) =>
  Object.values(columns).every((column) => {
    const cell = cells[column];
    return plainText(cell) === '' && !cell?.trouble;
  });

/** A line written across the table. */
const isNote = (index: number, merges: Merge[], { columns }: Header) =>
  merges.some(
    ({ top, bottom, left, right }) =>
      top <= index &&
      index <= bottom &&
      Object.values(columns).filter((c) => left <= c && c <= right).length > 1,
  );

function readRow(
  cells: (Cell | undefined)[],
  row: number,
  { columns }: Header,
  grids: readonly Grid[],
  today: Today,
): SheetPerson | WrongRow {
  const cellOf = (field: RosterField) => `${columnName(columns[field] ?? columns.name)}${row}`;
  const at = (field: RosterField) => (columns[field] === undefined ? undefined : cells[columns[field]]);
  const typed: Record<RosterField, Typed> = {
    name: typedName(at('name')) ?? { problem: 'no_name' },
    phone: typedPhone(at('phone')),
    gridId: typedGrid(at('gridId'), grids),
    address: typedAddress(at('address')),
    enlisted: typedMonth(at('enlisted'), today),
    discharged: typedMonth(at('discharged'), today),
  };
  const valueOf = (field: RosterField) => {
    const found = typed[field];
    return found && 'value' in found ? found.value : null;
  };
  const name = valueOf('name') ?? '';
  const wrong = (field: RosterField, problem: RowProblem): WrongRow => {
    const text = problem === 'id_number' ? '' : plainText(at(field)).slice(0, LONGEST_TEXT);
    return { row, name, cell: cellOf(field), problem, text, other: null };
  };
  for (const field of FIELDS) {
    const trouble = at(field)?.trouble;
    if (trouble) return wrong(field, trouble);
    const found = typed[field];
    if (found && 'problem' in found) return wrong(field, found.problem);
  }
  const [phone, gridId, address] = [valueOf('phone'), valueOf('gridId'), valueOf('address')];
  const [enlisted, discharged] = [valueOf('enlisted'), valueOf('discharged')];
  if (crossed(enlisted, discharged)) return wrong('discharged', 'dates_crossed');
  return { row, cellOf, name, phone, gridId, address, enlisted, discharged };
}
