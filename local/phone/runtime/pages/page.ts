import { Component } from 'glass-easel';
import type { Root } from 'glass-easel-miniprogram-adapter';
import type { WindowConfig } from '../../compiled-app';
import { applyRootFontSize } from '../builtins/page-meta';
import { watchPull } from '../builtins/pull';
import { countNodes } from '../engine/counters';
import { completeQuery } from '../engine/node-query';
import { flushReady } from '../engine/ready-lifetime';
import type { ComponentLoader } from '../engine/component-loader';
import { reportError } from '../error-log';
import { EventChannel } from './event-channel';
import { keepScroll, restoreScroll } from './scroll-memory';

export type Query = Record<string, string>;
/** A page as the app's code sees it. */
export type PageInstance = Record<string, unknown> & {
  route: string;
  options: Query;
  data: Record<string, unknown>;
};

const REACH_BOTTOM = 50;
const PULL_THRESHOLD = 45;

/** One page of the stack: its component tree, its own viewport, its lifecycle. */
export class Page {
  readonly instance: PageInstance;
  readonly channel = new EventChannel();
  title: string;
  barBackground: string;
  barText: 'black' | 'white';
  private readonly element = document.createElement('div');
  private readonly scroller = document.createElement('div');
  private readonly sheets: string[];
  private readonly root: Root;
  private readonly pull: { show: (refreshing: boolean) => void };
  private atBottom = false;

  constructor(
    private readonly loader: ComponentLoader,
    readonly path: string,
    readonly query: Query,
    readonly config: WindowConfig,
    /** The app was opened at this page rather than led here, so it offers the way home. */
    readonly isEntry: boolean,
  ) {
    this.title = config.navigationBarTitleText ?? '';
    this.barBackground = config.navigationBarBackgroundColor ?? '#000000';
    this.barText = config.navigationBarTextStyle ?? 'white';
    this.element.className = 'page-viewport';
    this.scroller.className = 'page-scroller';
    // So that the keyboard can scroll a screen on which nothing takes the focus.
    this.scroller.tabIndex = 0;
    this.scroller.classList.toggle('page-still', config.disableScroll === true);
    this.element.append(this.scroller);
    if (config.backgroundColor) this.element.style.backgroundColor = config.backgroundColor;
    [this.root, this.sheets] = loader.createPage(path);
    this.instance = this.root.get() as unknown as PageInstance;
    completeQuery((this.instance['createSelectorQuery'] as () => object).call(this.instance));
    Object.assign(this.instance, {
      route: path,
      __route__: path,
      options: query,
      getOpenerEventChannel: () => this.channel,
    });
    this.scroller.addEventListener('scroll', () => this.onScroll());
    this.pull = watchPull(this.scroller, {
      enabled: () => config.enablePullDownRefresh === true && this.scroller.scrollTop <= 0,
      threshold: () => PULL_THRESHOLD,
      onRefresh: () => this.startPullDown(),
    });
  }

  /** First time on the screen: attach, onLoad, onShow, ready, onReady. */
  open(area: HTMLElement): void {
    this.enter(area);
    const placeholder = document.createElement('div');
    this.scroller.append(placeholder);
    this.setProperties();
    this.root.attach(this.scroller as never, placeholder as never);
    applyRootFontSize(this.pageElement());
    this.call('onLoad', this.query);
    this.show();
    queueMicrotask(() => {
      flushReady();
      this.call('onReady');
    });
  }

  /** On the screen again. */
  reopen(area: HTMLElement): void {
    this.enter(area);
    restoreScroll(this.element);
    this.show();
  }

  hide(): void {
    this.root.getComponent().triggerPageLifetime('hide', []);
    this.call('onHide');
    this.leave();
  }

  unload(): void {
    this.call('onUnload');
    this.leave();
    this.root.release();
    // An answer that comes too late changes nothing, as in WeChat: the page is gone.
    this.instance['setData'] = () => undefined;
  }

  call(name: string, ...args: unknown[]): unknown {
    const method = this.instance[name];
    if (typeof method !== 'function') return undefined;
    try {
      return method.apply(this.instance, args) as unknown;
    } catch (error) {
      reportError(error, `${this.path} ${name}`);
      return undefined;
    }
  }

  has = (name: string): boolean => typeof this.instance[name] === 'function';

  rect = (): DOMRect => this.element.getBoundingClientRect();

  component = () => this.root.getComponent();

  scrollTop = (): number => this.scroller.scrollTop;

  scrollTo(top: number, smooth: boolean): void {
    this.scroller.scrollTo({ top, behavior: smooth ? 'smooth' : 'auto' });
  }

  scrollHeight = (): number => this.scroller.scrollHeight;

  startPullDown(): void {
    this.pull.show(true);
    this.call('onPullDownRefresh');
  }

  stopPullDown(): void {
    this.pull.show(false);
  }

  private show(): void {
    this.root.getComponent().triggerPageLifetime('show', []);
    this.call('onShow');
  }

  private enter(area: HTMLElement): void {
    this.loader.backend.applyStyleSheets(this.sheets);
    area.append(this.element);
    applyRootFontSize(this.pageElement());
  }

  /** Its nodes as they stand, for the counts of `window.__phone`. */
  countNodes(): void {
    countNodes(this.pageElement());
  }

  private leave(): void {
    this.countNodes();
    keepScroll(this.element);
    this.element.remove();
  }

  private pageElement = (): HTMLElement =>
    this.root.getComponent().getBackendElement() as unknown as HTMLElement;

  /** A page made by Component() receives the query as its properties, too. */
  private setProperties(): void {
    const component = this.root.getComponent();
    const own = Object.entries(this.query).filter(([name]) => Component.hasProperty(component, name));
    if (own.length > 0) component.setData(Object.fromEntries(own) as never);
  }

  private onScroll(): void {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    if (this.has('onPageScroll')) this.call('onPageScroll', { scrollTop });
    const near =
      scrollTop + clientHeight >= scrollHeight - (this.config.onReachBottomDistance ?? REACH_BOTTOM);
    if (near && !this.atBottom) this.call('onReachBottom');
    this.atBottom = near;
  }
}
