import type { Page } from '../pages/page';
import { part, el } from './dom';

/** Height of the simulated status bar and of WeChat's navigation bar, in px. */
export const STATUS_BAR = 44;
export const NAVIGATION_BAR = 44;

/** The capsule at the top right, where WeChat puts it. */
export function capsuleRect(
  width: number,
): Record<'width' | 'height' | 'top' | 'right' | 'bottom' | 'left', number> {
  const top = STATUS_BAR + 6;
  return { width: 87, height: 32, top, bottom: top + 32, left: width - 97, right: width - 10 };
}

/** Status bar, title, way back and capsule. */
export class NavigationBar {
  private readonly header = part('navigation');
  private readonly back = el('button', { class: 'navigation-back', label: '返回' });
  private readonly home = el('button', { class: 'navigation-home', label: '回到首页' });
  private readonly title = el('h1', { class: 'navigation-title' });
  private readonly spinner = el('span', { class: 'navigation-loading', label: '加载中', role: 'status' });

  constructor(actions: { back: () => void; home: () => void; menu: () => void }) {
    this.back.addEventListener('click', actions.back);
    this.home.addEventListener('click', actions.home);
    const menu = el('button', { class: 'capsule-menu', label: '更多', onclick: actions.menu });
    const close = el('button', { class: 'capsule-close', label: '关闭小程序', onclick: actions.home });
    part('capsule').append(menu, close);
    this.spinner.hidden = true;
    this.header.append(this.back, this.home, this.spinner, this.title);
  }

  present(page: Page, canGoBack: boolean): void {
    const phone = part('screen');
    const custom = page.config.navigationStyle === 'custom';
    phone.classList.toggle('navigation-custom', custom);
    phone.classList.toggle('navigation-white', page.barText === 'white');
    this.header.hidden = custom;
    this.title.textContent = page.title;
    phone.style.setProperty('--bar-background', custom ? 'transparent' : page.barBackground);
    this.back.hidden = !canGoBack;
    this.home.hidden = canGoBack || !page.isEntry;
    document.title = page.title || '小程序';
  }

  loading(value: boolean): void {
    this.spinner.hidden = !value;
  }
}
