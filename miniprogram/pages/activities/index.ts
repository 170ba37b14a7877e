import type { SessionCard } from '../../../typings/contract';
import { loading } from '../../behaviors/loading';
import { screen } from '../../behaviors/screen';
import { readSessions } from '../../services/activities';
import { activities as words } from '../../texts/words';

Component({
  behaviors: [screen, loading],
  data: { words, sessions: [] as SessionCard[] },
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
      const answer = await this.follow(readSessions());
      if (answer) this.setData({ sessions: answer.sessions });
    },
  },
});
