import { ask } from './dialog';
import { el } from './dom';

/** Pictures over the whole phone; a tap closes them. */
export function showPictures(urls: string[], first: number, label: string): Promise<null> {
  return ask<null>(
    'modal',
    label,
    (answer) => {
      let at = first;
      const picture = el('img', { class: 'viewer-picture' });
      const place = el('p', { class: 'modal-content' });
      const show = (index: number): void => {
        at = (index + urls.length) % urls.length;
        picture.src = urls[at] ?? '';
        picture.alt = `第 ${at + 1} 张`;
        place.textContent = `${label} ${at + 1}/${urls.length}`;
      };
      show(first);
      return [
        picture,
        place,
        el('div', { class: 'modal-buttons' }, [
          urls.length > 1 ? el('button', { text: '下一张', onclick: () => show(at + 1) }) : null,
          el('button', { text: '关闭', onclick: () => answer(null) }),
        ]),
      ];
    },
    null,
  );
}

/** A few lines about something that WeChat hands to another app. */
export function showPaper(label: string, lines: string[]): Promise<null> {
  return ask<null>(
    'sheet',
    label,
    (answer) => [
      el('h2', { class: 'sheet-title', text: label }),
      ...lines.map((text) => el('p', { class: 'sheet-text', text })),
      el('button', { class: 'sheet-cancel', text: '关闭', onclick: () => answer(null) }),
    ],
    null,
  );
}
