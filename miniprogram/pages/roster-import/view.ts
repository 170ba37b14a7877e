import type { SheetPreview } from '../../../typings/contract';
import { changedLine, freshLine, ignoredLine, wrongLine } from '../../texts/sheet-rows';
import { rosterImport as words } from '../../texts/words/roster-import';

/** A screen of rows; the others come when they are asked for. */
const FIRST = 10;
const MORE = 40;

export type Part = 'wrong' | 'changed' | 'fresh';

interface Lines {
  title: string;
  hint: string;
  part: Part;
  shown: { where: string; why: string }[];
  hidden: { where: string; why: string }[];
  more: string;
  rest: string;
}

const linesOf = (part: Part, all: Lines['shown'], count: number, hint = ''): Lines[] => {
  if (count === 0) return [];
  const rest = count > all.length ? words.rest(count - all.length) : '';
  return [
    show({ title: `${words[part]}（${count}）`, hint, part, shown: [], hidden: all, more: '', rest }, FIRST),
  ];
};

function show(lines: Lines, most: number): Lines {
  const shown = [...lines.shown, ...lines.hidden.slice(0, most)];
  const hidden = lines.hidden.slice(most);
  const next = Math.min(hidden.length, MORE);
  return { ...lines, shown, hidden, more: next > 0 ? words.more(next) : '' };
}

/** 看一遍表：几个数，不能导入的、有变化的、新的，和没有用到的列。 */
export function sheetView({ counts, ignored, fresh, changed, wrong }: SheetPreview) {
  const writable = counts.fresh + counts.changed;
  return {
    counts: (['fresh', 'changed', 'same', 'wrong'] as const).map((kind) => ({
      kind,
      name: words.counts[kind],
      count: counts[kind],
      unit: kind === 'wrong' ? words.rows : words.people,
    })),
    lists: [
      ...linesOf('wrong', wrong.map(wrongLine), counts.wrong, words.wrongHint),
      ...linesOf('changed', changed.map(changedLine), counts.changed),
      ...linesOf('fresh', fresh.map(freshLine), counts.fresh),
    ],
    ignored: ignored.map(ignoredLine),
    confirm: writable > 0 ? words.confirm(writable) : '',
    nothing: writable > 0 ? '' : counts.same > 0 ? words.nothing : words.nobody,
  };
}
export type SheetView = ReturnType<typeof sheetView>;

export const longer = (view: SheetView, part: Part): SheetView => ({
  ...view,
  lists: view.lists.map((lines) => (lines.part === part ? show(lines, MORE) : lines)),
});
