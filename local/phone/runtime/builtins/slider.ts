import type { ComponentSpace } from 'glass-easel';
import { formFields } from './activation';
import { defineBuiltin, spokenElements } from './define';

/** WeChat's block may be 12 to 28 px wide. */
const [SMALLEST, LARGEST] = [12, 28];

export function registerSlider(space: ComponentSpace): void {
  defineBuiltin(
    space,
    'slider',
    {
      min: 0,
      max: 100,
      step: 1,
      disabled: false,
      value: 0,
      color: '#e9e9e9',
      backgroundColor: '#e9e9e9',
      selectedColor: '#1aad19',
      activeColor: '#1aad19',
      blockSize: LARGEST,
      blockColor: '#ffffff',
      showValue: false,
      name: '',
    },
    (host) => {
      const range = document.createElement('input');
      range.type = 'range';
      const shown = document.createElement('span');
      host.element.append(range, shown);
      spokenElements.set(host.element, range);
      const tell = (type: 'changing' | 'change'): void => {
        const value = Number(range.value);
        host.set({ value });
        host.emit(type, { value });
      };
      range.addEventListener('input', () => tell('changing'));
      range.addEventListener('change', () => tell('change'));
      let initial = 0;
      formFields.set(host.element, {
        name: () => host.props().name,
        value: () => host.props().value,
        reset: () => host.set({ value: initial }),
      });
      return {
        attached: () => void (initial = host.props().value),
        update() {
          const { min, max, step, disabled, value, activeColor, blockSize, showValue } = host.props();
          Object.assign(range, { min: String(min), max: String(max), step: String(step), disabled });
          range.value = String(value);
          range.style.accentColor = activeColor;
          range.style.setProperty('--wx-block-size', `${Math.min(LARGEST, Math.max(SMALLEST, blockSize))}px`);
          shown.textContent = showValue ? String(value) : '';
        },
      };
    },
  );
}
