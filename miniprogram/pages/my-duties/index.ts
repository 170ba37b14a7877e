import type { ShiftCard } from '../../../typings/contract';
import { joining } from '../../behaviors/joining';
import { loading } from '../../behaviors/loading';
import { screen } from '../../behaviors/screen';
import { readMine } from '../../services/patrols';
import { mine as words } from '../../texts/words';

Component({
  behaviors: [screen, loading, joining],
  data: { words, coming: [] as ShiftCard[], past: [] as ShiftCard[] },
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
      const answer = await this.follow(readMine());
      if (answer) this.setData({ coming: answer.coming, past: answer.past });
    },
    onBoard() {
      void wx.switchTab({ url: '/pages/duty/index' });
    },
  },
});
