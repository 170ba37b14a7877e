import type { GridLine } from '../../../typings/contract';
import { loading } from '../../behaviors/loading';
import { screen } from '../../behaviors/screen';
import { readGrids } from '../../services/grids';
import { common } from '../../texts/words/common';
import { grids as words, gridText } from '../../texts/words/grids';

const gridRow = (grid: GridLine) => ({
  gridId: grid.gridId,
  name: grid.name,
  lanes: grid.lanes,
  facts: gridText(grid),
});

/** 网格：一个一行，点开来改。 */
Component({
  behaviors: [screen, loading],
  data: { words, common, grids: [] as ReturnType<typeof gridRow>[] },
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
      await this.follow(readGrids(), ({ grids }) => ({ grids: grids.map(gridRow) }));
    },
    onGrid(event: WechatMiniprogram.CustomEvent<object, object, { grid: string }>) {
      void wx.navigateTo({ url: `/pages/grid-edit/index?gridId=${event.currentTarget.dataset.grid}` });
    },
    onAdd() {
      void wx.navigateTo({ url: '/pages/grid-edit/index' });
    },
  },
});
