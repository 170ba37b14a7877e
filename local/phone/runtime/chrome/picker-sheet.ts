import type { PickerModel } from '../builtins/picker-models';
import { ask } from './dialog';
import { el } from './dom';

/** The picker's sheet: one list per column; answers the chosen places, or null when it was cancelled. */
export function choose(
  model: PickerModel,
  title: string,
  columnChanged: (column: number, value: number) => void,
): Promise<number[] | null> {
  return ask<number[] | null>(
    'sheet',
    title || '请选择',
    (answer) => {
      const selected = [...model.selected];
      const lists = el('div', { class: 'picker-columns' });
      const draw = (): void => {
        const columns = model.columns(selected);
        lists.replaceChildren(...columns.map((options, column) => drawColumn(options, column)));
        for (const chosen of lists.querySelectorAll('[aria-selected="true"]'))
          chosen.scrollIntoView({ block: 'center' });
      };
      const drawColumn = (options: string[], column: number): HTMLElement => {
        selected[column] = Math.min(selected[column] ?? 0, Math.max(0, options.length - 1));
        const list = el('div', { class: 'picker-column', role: 'listbox', label: `第 ${column + 1} 列` });
        list.append(
          ...options.map((text, index) => {
            const option = el('div', { class: 'picker-option', role: 'option', text });
            option.setAttribute('aria-selected', String(index === selected[column]));
            option.addEventListener('click', () => {
              selected[column] = index;
              columnChanged(column, index);
              draw();
            });
            return option;
          }),
        );
        return list;
      };
      queueMicrotask(draw);
      return [
        el('div', { class: 'picker-head' }, [
          el('button', { class: 'picker-cancel', text: '取消', onclick: () => answer(null) }),
          el('span', { text: title }),
          el('button', { class: 'picker-confirm', text: '确定', onclick: () => answer(selected) }),
        ]),
        lists,
      ];
    },
    null,
  );
}
