import type { TabBar } from '../../compiled-app';
import { part, el } from './dom';

type Tab = {
  path: string;
  button: HTMLButtonElement;
  icon: HTMLImageElement | null;
  icons: [string, string];
  badge: HTMLElement;
};

/** The tab bar of app.json. */
export class TabBarView {
  private readonly nav = part('tab-bar');
  private readonly tabs: Tab[];
  private hiddenByApp = false;
  private current: string | null = null;

  constructor(config: TabBar | null, select: (path: string, index: number) => void) {
    this.tabs = (config?.list ?? []).map((item, index) => {
      const icon = item.iconPath ? el('img') : null;
      if (icon) icon.alt = '';
      const badge = el('span', { class: 'tab-badge' });
      badge.hidden = true;
      const button = el(
        'button',
        { role: 'tab', class: 'tab', onclick: () => select(item.pagePath, index) },
        [icon, el('span', { class: 'tab-text', text: item.text }), badge],
      );
      const plain = item.iconPath ? `app/${item.iconPath}` : '';
      return {
        path: item.pagePath,
        button,
        icon,
        icons: [plain, item.selectedIconPath ? `app/${item.selectedIconPath}` : plain],
        badge,
      };
    });
    this.nav.setAttribute('role', 'tablist');
    this.nav.append(...this.tabs.map((tab) => tab.button));
    const { style } = this.nav;
    style.setProperty('--tab-color', config?.color ?? '#7a7e83');
    style.setProperty('--tab-selected', config?.selectedColor ?? '#07c160');
    style.setProperty('--tab-background', config?.backgroundColor ?? '#ffffff');
    style.setProperty('--tab-border', config?.borderStyle === 'white' ? '#f0f0f0' : 'rgba(0, 0, 0, .2)');
  }

  /** Shows the bar with `path` selected, or hides it on a page that is no tab. */
  present(path: string | null): void {
    this.current = path;
    const shown = path !== null && !this.hiddenByApp;
    this.nav.hidden = !shown;
    part('screen').classList.toggle('with-tab-bar', shown);
    for (const tab of this.tabs) {
      const selected = tab.path === path;
      tab.button.setAttribute('aria-selected', String(selected));
      const source = tab.icons[selected ? 1 : 0];
      if (tab.icon && tab.icon.getAttribute('src') !== source) tab.icon.src = source;
    }
  }

  setHidden(value: boolean): void {
    this.hiddenByApp = value;
    this.present(this.current);
  }

  /** A number, a dot (empty text) or nothing (null) at a tab. */
  setBadge(index: number, text: string | null): void {
    const badge = this.tabs[index]?.badge;
    if (!badge) throw new Error(`there is no tab ${index}`);
    badge.hidden = text === null;
    badge.textContent = text ?? '';
  }
}
