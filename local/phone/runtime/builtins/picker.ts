import type { ComponentSpace } from 'glass-easel';
import { choose } from '../chrome/picker-sheet';
import { reportError } from '../error-log';
import { activations, formFields } from './activation';
import { defineBuiltin } from './define';
import { dateColumns, multiColumns, selectorColumns, timeColumns, type PickerModel } from './picker-models';

export function registerPicker(space: ComponentSpace): void {
  defineBuiltin(
    space,
    'picker',
    {
      mode: 'selector',
      range: null,
      rangeKey: '',
      value: null,
      start: '',
      end: '',
      fields: 'day',
      disabled: false,
      headerText: '',
      name: '',
    },
    (host) => {
      const model = (): PickerModel | null => {
        const { mode, range, rangeKey, value, start, end, fields } = host.props();
        switch (mode) {
          case 'selector':
            return selectorColumns((range ?? []) as unknown[], rangeKey, Number(value ?? 0));
          case 'multiSelector':
            return multiColumns((range ?? []) as unknown[][], rangeKey, (value ?? []) as number[]);
          case 'date':
            return dateColumns(text(value), start, end, fields);
          case 'time':
            return timeColumns(text(value), start, end);
          default:
            reportError(`<picker mode="${mode}"> is not available on the local phone`);
            return null;
        }
      };
      const open = async (): Promise<void> => {
        if (host.props().disabled) return;
        const opened = model();
        if (!opened) return;
        const columnChanged = (column: number, value: number): void =>
          host.emit('columnchange', { column, value });
        const chosen = await choose(opened, host.props().headerText, columnChanged);
        if (chosen === null) return host.emit('cancel', {});
        const value = opened.value(chosen);
        host.set({ value });
        host.emit('change', { value });
      };
      host.on('tap', () => void open());
      activations.set(host.element, () => void open());
      formFields.set(host.element, {
        name: () => host.props().name,
        value: () => host.props().value,
        reset: () => host.set({ value: null }),
      });
      return {};
    },
  );
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
