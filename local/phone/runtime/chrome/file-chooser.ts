import { ask } from './dialog';
import { el } from './dom';

export type Chosen = { name: string; blob: Blob };
/** What lies ready: with an address it is shown as a picture, without by its name. */
export type Ready = Chosen & { url?: string };
export type Wanted = {
  label: string;
  count: number;
  /** As an `<input type="file">` takes it; names with another ending are refused. */
  accept: string;
  ready: Ready[];
};

/** A sheet with what lies ready, and the machine's own files behind a button; null when nothing was chosen. */
export function chooseFiles({ label, count, accept, ready }: Wanted): Promise<Chosen[] | null> {
  return ask<Chosen[] | null>(
    'sheet',
    label,
    (answer) => {
      const chosen = new Set<Ready>();
      const confirm = el('button', {
        class: 'sheet-item consent-accept',
        text: '完成',
        onclick: () => answer([...chosen].map(({ name, blob }) => ({ name, blob }))),
      });
      confirm.disabled = true;
      const toggle = (one: Ready, tile: HTMLElement): void => {
        if (count === 1) return answer([one]);
        if (!chosen.delete(one) && chosen.size < count) chosen.add(one);
        tile.setAttribute('aria-pressed', String(chosen.has(one)));
        confirm.disabled = chosen.size === 0;
      };
      const tileOf = (one: Ready): HTMLElement => {
        const shown = one.url === undefined ? { class: 'file-row', text: one.name } : { class: 'file-tile' };
        const tile: HTMLElement = el('button', {
          ...shown,
          label: one.name,
          onclick: () => toggle(one, tile),
        });
        if (one.url !== undefined) {
          const picture = el('img');
          picture.src = one.url;
          picture.alt = '';
          tile.append(picture);
        }
        return tile;
      };
      const wrong = el('p', { class: 'sheet-text', role: 'alert' });
      const field = el('input', { label: '从这台电脑选择' });
      field.type = 'file';
      field.accept = accept;
      field.multiple = count > 1;
      field.addEventListener('change', () => {
        const files = [...(field.files ?? [])].slice(0, count);
        const other = files.find((file) => !fits(file.name, accept));
        if (other) wrong.textContent = `${other.name} 不能选，只能选 ${accept}`;
        else if (files.length > 0) answer(files.map((file) => ({ name: file.name, blob: file })));
      });
      return [
        el('h2', { class: 'sheet-title', text: label }),
        el('div', { class: 'file-tiles' }, ready.filter(({ url }) => url !== undefined).map(tileOf)),
        ...ready.filter(({ url }) => url === undefined).map(tileOf),
        el('label', { class: 'file-own' }, [el('span', { text: '从这台电脑选择' }), field]),
        wrong,
        ...(count > 1 ? [confirm] : []),
        el('button', { class: 'sheet-cancel', text: '取消', onclick: () => answer(null) }),
      ];
    },
    null,
  );
}

/** A list of endings is WeChat's own filter; `image/*` is left to the browser. */
function fits(name: string, accept: string): boolean {
  const endings = accept.split(',').filter((one) => one.startsWith('.'));
  return endings.length === 0 || endings.some((ending) => name.toLowerCase().endsWith(ending.toLowerCase()));
}
