import type { Cell, Merge, Sheet } from '../../../../cloudfunctions/domain/roster-sheet/cells';

/** A cell as a person types it: text, a number, or what is handed in whole. */
export type Typed = string | number | null | Cell;

export const text = (shown: string): Cell => ({ text: shown, number: null, isDate: false, trouble: null });
export const number = (value: number, shown = String(value)): Cell => ({
  text: shown,
  number: value,
  isDate: false,
  trouble: null,
});
export const date = (serial: number, shown: string): Cell => ({
  text: shown,
  number: serial,
  isDate: true,
  trouble: null,
});
export const trouble = (kind: 'formula' | 'error_value'): Cell => ({
  text: '',
  number: null,
  isDate: false,
  trouble: kind,
});

export function cell(typed: Typed): Cell | undefined {
  if (typed === null) return undefined;
  if (typeof typed === 'string') return typed === '' ? undefined : text(typed);
  return typeof typed === 'number' ? number(typed) : typed;
}

export const sheetOf = (lines: Typed[][], merges: Merge[] = []): Sheet => ({
  rows: lines.map((line) => line.map(cell)),
  merges,
});
