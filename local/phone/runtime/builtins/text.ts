import type { ComponentSpace } from 'glass-easel';
import { defineBuiltin } from './define';

const ENTITIES: Record<string, string> = {
  '&nbsp;': '\u00a0',
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&apos;': "'",
  '&ensp;': '\u2002',
  '&emsp;': '\u2003',
};

export function registerText(space: ComponentSpace): void {
  defineBuiltin(
    space,
    'text',
    { selectable: false, userSelect: false, decode: false, space: '', overflow: '', maxLines: 0 },
    (host) => {
      let observer: MutationObserver | null = null;
      const decode = (): void => {
        for (const node of host.element.childNodes) {
          const decoded = node.nodeValue?.replace(/&\w+;/g, (entity) => ENTITIES[entity] ?? entity);
          if (decoded !== undefined && decoded !== node.nodeValue) node.nodeValue = decoded;
        }
      };
      return {
        update() {
          const { selectable, userSelect, decode: decodes, space: spaces } = host.props();
          host.element.classList.toggle('wx-selectable', selectable || userSelect);
          host.element.style.whiteSpace = spaces ? 'pre-wrap' : '';
          if (decodes && !observer) {
            observer = new MutationObserver(decode);
            observer.observe(host.element, { childList: true, characterData: true, subtree: true });
            decode();
          }
        },
        detached: () => observer?.disconnect(),
      };
    },
  );
}
