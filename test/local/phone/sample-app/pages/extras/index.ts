import type { Define, Event, Wx } from '../../wechat';

declare const Page: Define;
declare const wx: Wx;

type Seen = { intersectionRatio: number };
type Observing = {
  createIntersectionObserver: (options: object) => {
    relativeToViewport: () => { observe: (selector: string, seen: (result: Seen) => void) => void };
  };
};

Page({
  data: { labels: ['内甲', '内乙'], slide: '', seen: 0, style: '', full: '' },
  onReady() {
    const page = this as unknown as Observing;
    page
      .createIntersectionObserver({ thresholds: [0.5] })
      .relativeToViewport()
      .observe('#far', ({ intersectionRatio }) => this.setData({ seen: intersectionRatio >= 0.5 ? 1 : 0 }));
  },
  onSlide(event: Event) {
    this.setData({ slide: JSON.stringify(event.detail) });
  },
  onStyle() {
    wx.createSelectorQuery()
      .select('#style')
      .fields({ dataset: true, computedStyle: ['marginTop'] })
      .exec((found) => this.setData({ style: JSON.stringify(found) }));
  },
  onFill() {
    const tell = (error: unknown): void => this.setData({ full: (error as Error).message });
    try {
      wx.setStorageSync('large', '一'.repeat(400_000));
    } catch (error) {
      tell(error);
    }
  },
});
