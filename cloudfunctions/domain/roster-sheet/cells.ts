/** 表里的一格，读出来的样子。 */
export interface Cell {
  /** As it is shown. */
  text: string;
  /** What stands behind it where that is a number. */
  number: number | null;
  /** The number counts days, as spreadsheets write a date. */
  isDate: boolean;
  /** A formula that nobody has worked out, or that came to nothing. */
  trouble: 'formula' | 'error_value' | null;
}

/** 合并的格子；rows and columns count from 0, both ends belong to it. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export interface Sheet {
  /** From the first row of the sheet on; a missing cell is empty. */
  rows: (Cell | undefined)[][];
  merges: Merge[];
}

/** 0 → A, 26 → AA */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

/** What people write where they have nothing to write. */
const NOTHING = /^(?:[-—–_/\\.。·*?？]+|无|没有|不详|不清楚|未知|空)$/;

/** The text of a cell on one line; empty where it says nothing. */
export function plainText(cell: Cell | undefined): string {
  const text = (cell?.text ?? '')
    .replace(/[\u200b-\u200f\u2028-\u202e\ufeff]/g, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return NOTHING.test(text) ? '' : text;
}

/** What a merged cell says, it says in each of its rows; sideways it is a heading. */
export function fillDown({ rows, merges }: Sheet): Sheet {
  const filled = rows.map((row) => [...row]);
  for (const { top, bottom, left } of merges) {
    const said = rows[top]?.[left];
    if (!said) continue;
    for (let row = top + 1; row <= bottom && row < filled.length; row++) {
      const cells = filled[row];
      if (cells) cells[left] ??= said;
    }
  }
  return { rows: filled, merges };
}
