import { ask } from './dialog';
import { el } from './dom';
import { saveLink } from './save-link';

/** Pictures over the whole phone; `saved` is the name under which the first can be taken to this machine. */
export function showPictures(urls: string[], first: number, label: string, saved?: string): Promise<null> {
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
        ...(saved === undefined ? [] : [saveLink(saved, urls[0] ?? '', 'viewer-save')]),
        el('div', { class: 'modal-buttons' }, [
          urls.length > 1 ? el('button', { text: '下一张', onclick: () => show(at + 1) }) : null,
          el('button', { text: '关闭', onclick: () => answer(null) }),
        ]),
      ];
    },
    null,
  );
}

/** A few lines about something that WeChat hands to another app, and the file itself, if it is one. */
export function showPaper(
  label: string,
  lines: string[],
  file?: { name: string; url: string },
): Promise<null> {
  return ask<null>(
    'sheet',
    label,
    (answer) => [
      el('h2', { class: 'sheet-title', text: label }),
      ...lines.map((text) => el('p', { class: 'sheet-text', text })),
      ...(file ? [saveLink(file.name, file.url, 'sheet-item')] : []),
      el('button', { class: 'sheet-cancel', text: '关闭', onclick: () => answer(null) }),
    ],
    null,
  );
}
