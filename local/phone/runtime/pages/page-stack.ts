import type { CompiledApp } from '../../compiled-app';
import { type NavigationBar } from '../chrome/navigation-bar';
import { type TabBarView } from '../chrome/tab-bar';
import type { ComponentLoader } from '../engine/component-loader';
import { Page, type PageInstance, type Query } from './page';

const DEPTH = 10;

/** A refusal in WeChat's words. */
export class NavigationError extends Error {}

/** The pages that are open, as WeChat keeps them: at most ten, tab pages apart. */
export class PageStack {
  private stack: Page[] = [];
  private readonly tabs = new Map<string, Page>();

  constructor(
    private readonly app: CompiledApp,
    private readonly loader: ComponentLoader,
    private readonly area: HTMLElement,
    private readonly bar: NavigationBar,
    private readonly tabBar: TabBarView,
  ) {}

  top = (): Page | undefined => this.stack.at(-1);

  instances = (): PageInstance[] => this.stack.map((page) => page.instance);

  paths = (): string[] => this.stack.map((page) => fullPath(page));

  isTab = (path: string): boolean => this.app.tabBar?.list.some((item) => item.pagePath === path) ?? false;

  navigateTo(url: string): Page {
    const [path, query] = this.target(url);
    if (this.isTab(path)) throw new NavigationError('can not navigateTo a tabbar page');
    if (this.stack.length >= DEPTH) throw new NavigationError('webview count limit exceed');
    const opener = this.top();
    opener?.hide();
    return this.push(path, query);
  }

  redirectTo(url: string): Page {
    const [path, query] = this.target(url);
    if (this.isTab(path)) throw new NavigationError('can not redirectTo a tabbar page');
    this.drop(1);
    return this.push(path, query);
  }

  reLaunch(url: string): Page {
    const [path, query] = this.target(url);
    this.drop(this.stack.length);
    for (const page of this.tabs.values()) page.unload();
    this.tabs.clear();
    return this.push(path, query);
  }

  switchTab(url: string): Page {
    const [path] = this.target(url);
    if (!this.isTab(path)) throw new NavigationError('can not switch to no-tabBar page');
    const current = this.top();
    if (current?.path === path) return current;
    while (this.stack.length > 1) this.drop(1);
    const below = this.top();
    if (below && this.isTab(below.path)) {
      if (below === current) below.hide();
      this.stack = [];
    } else this.drop(this.stack.length);
    const kept = this.tabs.get(path);
    if (!kept) return this.push(path, {});
    this.stack = [kept];
    this.present(kept);
    kept.reopen(this.area);
    return kept;
  }

  navigateBack(delta: number): void {
    if (this.stack.length < 2) throw new NavigationError('cannot navigate back at first page.');
    this.drop(Math.min(Math.max(delta, 1), this.stack.length - 1));
    const page = this.top();
    if (!page) return;
    this.present(page);
    page.reopen(this.area);
  }

  /** Draws the bars again after the shown page changed its title or colours. */
  refreshBars(): void {
    const page = this.top();
    if (page) this.present(page);
  }

  private target(url: string): [string, Query] {
    const base = this.top()?.path ?? '';
    const resolved = new URL(url, `http://app/${base}`);
    const path = decodeURIComponent(resolved.pathname.slice(1));
    if (!this.app.pages.includes(path)) throw new NavigationError(`page "${path}" is not found`);
    return [path, parseQuery(url.split('?')[1] ?? '')];
  }

  private push(path: string, query: Query): Page {
    const config = { ...this.app.window, ...this.loader.config(path)?.config };
    const page = new Page(this.loader, path, query, config, this.isEntry(path));
    this.stack.push(page);
    if (this.isTab(path)) this.tabs.set(path, page);
    this.present(page);
    page.open(this.area);
    return page;
  }

  private isEntry(path: string): boolean {
    return this.stack.length === 0 && !this.isTab(path) && path !== this.app.pages[0];
  }

  private drop(count: number): void {
    for (const page of this.stack.splice(this.stack.length - count)) {
      this.tabs.delete(page.path);
      page.unload();
    }
  }

  private present(page: Page): void {
    this.bar.present(page, this.stack.length > 1);
    this.tabBar.present(this.isTab(page.path) ? page.path : null);
  }
}

/** WeChat hands the query's values over as they stand in the address. */
export function parseQuery(text: string): Query {
  return Object.fromEntries(
    text
      .split('&')
      .filter((part) => part !== '')
      .map((part) => {
        const at = part.indexOf('=');
        return at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
      }),
  );
}

export function fullPath(page: Page): string {
  const query = Object.entries(page.query)
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  return query ? `${page.path}?${query}` : page.path;
}
