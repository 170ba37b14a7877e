import type { ShiftCard } from '../../../typings/contract';
import { joining } from '../../behaviors/joining';
import { loading } from '../../behaviors/loading';
import { screen } from '../../behaviors/screen';
import { readBoard } from '../../services/patrols';
import { duty as words } from '../../texts/words/duty';
import { now, todayText } from '../../utils/calendar';
import type { BoardGroup } from './groups';
import { groupShifts } from './groups';

/** 任务白板：今天和明天，缺人的在前。 */
Component({
  behaviors: [screen, loading, joining],
  data: { words, today: '', groups: [] as BoardGroup[], staff: false },
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
      await this.follow(readBoard(), ({ shifts, can }) => ({
        today: todayText(now()),
        groups: groupShifts(shifts),
        staff: can.includes('patrols.post'),
      }));
    },
    async onJoin(event: WechatMiniprogram.CustomEvent<{ shift: ShiftCard; post: string }>) {
      const { shift, post } = event.detail;
      if (await this.joinOnCard(shift, post)) await this.refresh();
    },
    onPost() {
      void wx.navigateTo({ url: '/pages/post-shift/index' });
    },
  },
});
