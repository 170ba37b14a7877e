import type { Define, Event } from '../../wechat';

declare const Page: Define;

Page({
  data: {
    rows: Array.from({ length: 30 }, (_, index) => index + 1),
    into: '',
    top: 0,
    lower: 0,
    refreshing: false,
    refreshes: 0,
    bottoms: 0,
    slide: 0,
    loaded: '',
    html: '<p class="a" onclick="x()">富<strong>文本</strong><script>bad()</script></p>',
    nodes: [{ name: 'em', children: [{ type: 'text', text: '节点' }] }],
  },
  onScroll(event: Event) {
    this.setData({ top: event.detail['scrollTop'] });
  },
  onLower() {
    this.setData({ lower: (this.data['lower'] as number) + 1 });
  },
  onRefresh() {
    this.setData({ refreshes: (this.data['refreshes'] as number) + 1, refreshing: true });
    setTimeout(() => this.setData({ refreshing: false }), 100);
  },
  onInto() {
    this.setData({ into: 'row-20' });
  },
  onSlide(event: Event) {
    this.setData({ slide: event.detail['current'] });
  },
  onNext() {
    this.setData({ slide: 1 });
  },
  onLoaded(event: Event) {
    this.setData({ loaded: JSON.stringify(event.detail) });
  },
  onReachBottom() {
    this.setData({ bottoms: (this.data['bottoms'] as number) + 1 });
  },
});
