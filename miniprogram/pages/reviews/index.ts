import type { Note } from '../../behaviors/joining';
import { loading } from '../../behaviors/loading';
import { screen } from '../../behaviors/screen';
import { judge, readReviews } from '../../services/reviews';
import { failureText } from '../../texts/errors';
import { reviews as words } from '../../texts/words/reviews';
import { reviewLine, type ReviewLine } from './view';

type Tap = WechatMiniprogram.CustomEvent<object, object, { key: string }>;

/** 要审核的：名字、头像、值勤里的字。 */
Component({
  behaviors: [screen, loading],
  data: {
    words,
    items: [] as ReviewLine[],
    note: null as Note | null,
    /** 正在写不通过的原因的那一张 */
    failing: '',
    reason: '',
    busy: '',
  },
  methods: {
    onShow() {
      this.refreshLook();
      if (this.isStale()) void this.refresh();
    },
    async onPullDownRefresh() {
      await this.refresh();
      void wx.stopPullDownRefresh();
    },
    async refresh() {
      await this.follow(readReviews(), ({ items }) => ({ items: items.map(reviewLine) }));
    },
    onPass(event: Tap) {
      void this.settle(event.currentTarget.dataset.key, true);
    },
    onFail(event: Tap) {
      this.setData({ failing: event.currentTarget.dataset.key, reason: '', note: null });
    },
    onBack() {
      this.setData({ failing: '' });
    },
    onReason(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ reason: event.detail.value });
    },
    onFailNow(event: Tap) {
      void this.settle(event.currentTarget.dataset.key, false);
    },
    async settle(key: string, pass: boolean) {
      const item = this.data.items.find((line) => line.key === key);
      if (!item || this.data.busy) return;
      this.setData({ busy: key, note: null });
      const outcome = await judge(item, pass, pass ? '' : this.data.reason.trim());
      const text = outcome.ok ? (pass ? words.passed : words.failed) : failureText(outcome);
      this.setData({ busy: '', failing: '', note: { tone: outcome.ok ? 'good' : 'bad', text } });
      await this.refresh();
    },
  },
});
