import { markGesture } from '../engine/user-gesture';
import { part, el } from './dom';

/** Shows something over the app and waits for the person's answer. A tap on it counts as a tap for WeChat's rules. */
export function ask<T>(
  kind: 'modal' | 'sheet',
  label: string,
  build: (answer: (value: T) => void) => HTMLElement[],
  dismissed?: T,
): Promise<T> {
  return new Promise((resolve) => {
    const answer = (value: T): void => {
      mask.remove();
      markGesture();
      resolve(value);
    };
    const box = el('div', { class: `phone-${kind}`, role: 'dialog', label });
    box.setAttribute('aria-modal', 'true');
    box.append(...build(answer));
    const mask = el('div', { class: `phone-mask phone-mask-${kind}` }, [box]);
    mask.addEventListener('click', (event) => {
      if (event.target === mask && dismissed !== undefined) answer(dismissed);
    });
    part('overlays').append(mask);
    box.tabIndex = -1;
    box.focus({ preventScroll: true });
  });
}
