import { el } from '../chrome/dom';
import type { NetworkKind } from '../network';
import { FONT_SCALES, type Theme } from '../settings';

const ELDER_SCALE = 1.4;
const NETWORKS: [NetworkKind, string][] = [
  ['normal', '正常'],
  ['slow', '很慢'],
  ['off', '断开'],
];

export type PhoneChoices = {
  network: (kind: NetworkKind) => void;
  fontScale: (scale: number) => void;
  theme: (theme: Theme) => void;
  /** Ends the app; the next call opens it again. */
  power: () => void;
};

export type PhoneControls = { element: HTMLElement; showPower: (on: boolean) => void };

/** What the person who holds the phone would set in the phone's own settings. */
export function phoneControls(fontScale: number, choices: PhoneChoices): PhoneControls {
  const power = el('button', { class: 'control-button', onclick: choices.power });
  const element = el('details', { class: 'controls' }, [
    el('summary', { text: '设置' }),
    el('div', { class: 'controls-panel' }, [
      networkControl(choices),
      fontControl(fontScale, choices),
      themeControl(choices),
      power,
    ]),
  ]);
  const showPower = (on: boolean): void => {
    power.textContent = on ? '关掉小程序' : '重新打开小程序';
  };
  showPower(true);
  // A tap into a phone takes the focus away from this window: the phone is what counts now.
  window.addEventListener('blur', () => element.removeAttribute('open'));
  return { element, showPower };
}

function networkControl({ network }: PhoneChoices): HTMLElement {
  const name = crypto.randomUUID();
  const choices = NETWORKS.map(([kind, text]) => {
    const box = el('input');
    box.type = 'radio';
    box.name = name;
    box.checked = kind === 'normal';
    box.addEventListener('change', () => network(kind));
    return el('label', { class: 'choice' }, [box, el('span', { text })]);
  });
  return el('div', { class: 'control', role: 'radiogroup', label: '网络' }, [
    el('span', { text: '网络' }),
    ...choices,
  ]);
}

function fontControl(fontScale: number, choices: PhoneChoices): HTMLElement {
  const range = el('input');
  range.type = 'range';
  range.min = '0';
  range.max = String(FONT_SCALES.length - 1);
  const step = FONT_SCALES.findIndex((scale) => scale === fontScale);
  range.value = String(step < 0 ? FONT_SCALES.indexOf(1) : step);
  const text = el('output', { text: nameOf(fontScale) });
  range.addEventListener('change', () => {
    const scale = FONT_SCALES[Number(range.value)] ?? 1;
    text.textContent = nameOf(scale);
    choices.fontScale(scale);
  });
  return el('label', { class: 'control' }, [el('span', { text: '字体大小' }), range, text]);
}

function nameOf(scale: number): string {
  if (scale === 1) return '标准';
  return scale === ELDER_SCALE ? '1.4 关怀模式' : String(scale);
}

function themeControl({ theme }: PhoneChoices): HTMLElement {
  const box = el('input');
  box.type = 'checkbox';
  box.addEventListener('change', () => theme(box.checked ? 'dark' : 'light'));
  return el('label', { class: 'control' }, [
    el('span', { text: '深色' }),
    box,
    el('small', { text: '小程序开了 darkmode 才会跟着变' }),
  ]);
}
