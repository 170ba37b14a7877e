import type { ComponentSpace } from 'glass-easel';
import { fontSize } from '../settings';
import { defineBuiltin } from './define';

const STANDARD_ROOT = '16px';

/** `<page-meta>`: the page's root font size (`system` follows the phone), its own font size and style. */
export function registerPageMeta(space: ComponentSpace): void {
  defineBuiltin(
    space,
    'page-meta',
    {
      rootFontSize: '',
      pageFontSize: '',
      pageStyle: '',
      backgroundColor: '',
      backgroundTextStyle: '',
      backgroundColorTop: '',
      backgroundColorBottom: '',
      rootBackgroundColor: '',
      scrollTop: '',
      scrollDuration: 300,
      pageOrientation: '',
    },
    (host) => {
      const apply = (): void => {
        const page = host.element.closest<HTMLElement>('wx-page');
        if (!page) return;
        const { rootFontSize, pageFontSize, pageStyle, backgroundColor } = host.props();
        page.setAttribute('style', pageStyle);
        if (pageFontSize) page.style.fontSize = size(pageFontSize);
        page.dataset['rootFontSize'] = rootFontSize ? size(rootFontSize) : STANDARD_ROOT;
        if (backgroundColor) page.parentElement?.style.setProperty('background-color', backgroundColor);
        if (page.isConnected) applyRootFontSize(page);
      };
      return { update: apply, attached: apply };
    },
  );
}

const size = (value: string): string => (value === 'system' ? `${fontSize()}px` : value);

/** `rem` is measured on the document, which the pages of the stack share: the shown page sets it. */
export function applyRootFontSize(page: HTMLElement): void {
  document.documentElement.style.fontSize = page.dataset['rootFontSize'] ?? STANDARD_ROOT;
}
