import { logging } from '../../behaviors/logging';
import type { Define, Event, Wx } from '../../wechat';

declare const Page: Define;
declare const wx: Wx;
declare const getApp: () => { lifecycle: string[] };

Page({
  behaviors: [logging],
  data: {
    names: ['王班长', '李书记'],
    pair: { first: '左', second: '右' },
    picked: '',
    held: 0,
    counted: '',
    ready: 0,
    thanks: 0,
    caught: '',
    refreshed: 0,
    lifecycle: '',
  },
  onLoad() {
    this.setData({ lifecycle: getApp().lifecycle.join() });
  },
  onShow() {
    this.setData({ lifecycle: `${String(this.data['lifecycle'])} page-show` });
  },
  onReady() {
    this.setData({ lifecycle: `${String(this.data['lifecycle'])} page-ready` });
  },
  onPullDownRefresh() {
    this.setData({ refreshed: (this.data['refreshed'] as number) + 1 });
    void wx.stopPullDownRefresh();
  },
  onShareAppMessage(options: { from: string; target?: { dataset: { what: string } } }) {
    return {
      title: `转发自 ${options.from} ${options.target?.dataset.what ?? ''}`,
      path: '/pages/detail/index?id=9',
    };
  },
  onName(event: Event) {
    this.setData({ picked: `${String(event.currentTarget.dataset['name'])} ${String(event.mark['place'])}` });
  },
  onLong() {
    this.setData({ held: (this.data['held'] as number) + 1 });
  },
  onCount(event: Event) {
    this.setData({ counted: String(event.detail['value']) });
  },
  onReadyChild() {
    this.setData({ ready: (this.data['ready'] as number) + 1 });
  },
  onReset() {
    this.selectComponent('#counter')['reset']?.();
  },
  onThanks() {
    this.setData({ thanks: (this.data['thanks'] as number) + 1 });
  },
  onApi() {
    void wx.navigateTo({ url: '/pages/api/index' });
  },
  onCatch() {
    this.setData({ caught: `${String(this.data['caught'])}外` });
  },
  onInner() {
    this.setData({ caught: `${String(this.data['caught'])}内` });
  },
});
