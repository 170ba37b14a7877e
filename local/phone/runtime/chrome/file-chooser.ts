import { ask } from './dialog';
import { el } from './dom';
import type { Sample } from './samples';

export type Chosen = { name: string; blob: Blob };
export type Wanted = { label: string; count: number; accept: string; samples: Sample[] };

/** A sheet with samples, and the machine's own files behind a button; null when nothing was chosen. */
export function chooseFiles({ label, count, accept, samples }: Wanted): Promise<Chosen[] | null> {
  return ask<Chosen[] | null>(
    'sheet',
    label,
    (answer) => {
      const chosen = new Set<Sample>();
      const confirm = el('button', {
        class: 'sheet-item consent-accept',
        text: '完成',
        onclick: () => answer([...chosen].map(({ name, blob }) => ({ name, blob }))),
      });
      confirm.disabled = true;
      const toggle = (sample: Sample, tile: HTMLElement): void => {
        if (count === 1) return answer([sample]);
        if (!chosen.delete(sample) && chosen.size < count) chosen.add(sample);
        tile.setAttribute('aria-pressed', String(chosen.has(sample)));
        confirm.disabled = chosen.size === 0;
      };
      const tiles = samples.map((sample) => {
        const picture = el('img');
        picture.src = sample.url;
        picture.alt = '';
        const tile: HTMLButtonElement = el(
          'button',
          { class: 'file-tile', label: sample.name, onclick: () => toggle(sample, tile) },
          [picture],
        );
        return tile;
      });
      const field = el('input', { label: '从这台电脑选择' });
      field.type = 'file';
      field.accept = accept;
      field.multiple = count > 1;
      field.addEventListener('change', () => {
        const files = [...(field.files ?? [])].slice(0, count);
        if (files.length > 0) answer(files.map((file) => ({ name: file.name, blob: file })));
      });
      return [
        el('h2', { class: 'sheet-title', text: label }),
        el('div', { class: 'file-tiles' }, tiles),
        el('label', { class: 'file-own' }, [el('span', { text: '从这台电脑选择' }), field]),
        ...(count > 1 ? [confirm] : []),
        el('button', { class: 'sheet-cancel', text: '取消', onclick: () => answer(null) }),
      ];
    },
    null,
  );
}
