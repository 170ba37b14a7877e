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
  data: { labels: ['内甲', '内乙'], slide: '', seen: 0, style: '', full: '', theme: '', floated: 0 },
  onLoad() {
    this.setData({ theme: wx.getAppBaseInfo()['theme'] });
    wx.onThemeChange(({ theme }) => this.setData({ theme }));
  },
  onFloat() {
    this.setData({ floated: (this.data['floated'] as number) + 1 });
  },
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
  onFillAll() {
    const note = String.fromCharCode(97 + wx.getStorageInfoSync().keys.length).repeat(1_000_000);
    try {
      for (let at = 0; at <= 10; at += 1) wx.setStorageSync(`note-${at}`, note);
    } catch (error) {
      this.setData({ full: (error as Error).message });
    }
  },
  onCount() {
    const { keys, currentSize, limitSize } = wx.getStorageInfoSync();
    const lengths = keys.map((key) => String(wx.getStorageSync(key)).length);
    this.setData({
      full: JSON.stringify({ keys: keys.length, currentSize, limitSize, least: Math.min(...lengths) }),
    });
  },
  onClear() {
    wx.clearStorageSync();
  },
});
