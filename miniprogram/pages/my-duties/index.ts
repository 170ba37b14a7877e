import { joining } from '../../behaviors/joining';
import { loading } from '../../behaviors/loading';
import { screen } from '../../behaviors/screen';
import type { ShiftCardView } from '../../components/shift-card/view';
import { shiftView } from '../../components/shift-card/view';
import { readMine } from '../../services/patrols';
import { mine as words } from '../../texts/words/my-duties';

Component({
  behaviors: [screen, loading, joining],
  data: { words, coming: [] as ShiftCardView[], past: [] as ShiftCardView[] },
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
      await this.follow(readMine(), ({ coming, past }) => ({
        coming: coming.map((shift) => shiftView(shift, true)),
        past: past.map((shift) => shiftView(shift)),
      }));
    },
    onBoard() {
      void wx.switchTab({ url: '/pages/duty/index' });
    },
  },
});
