import { loading } from '../../behaviors/loading';
import { screen } from '../../behaviors/screen';
import type { SessionCardView } from '../../components/session-card/view';
import { sessionView } from '../../components/session-card/view';
import { readSessions } from '../../services/activities';
import { activities as words } from '../../texts/words/activities';

Component({
  behaviors: [screen, loading],
  data: { words, sessions: [] as SessionCardView[] },
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
      await this.follow(readSessions(), ({ sessions }) => ({ sessions: sessions.map(sessionView) }));
    },
  },
});
