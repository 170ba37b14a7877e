import type { Request, SessionCard } from '../../../typings/contract';
import { loading } from '../../behaviors/loading';
import { screen } from '../../behaviors/screen';
import type { SessionCardView } from '../../components/session-card/view';
import { sessionView } from '../../components/session-card/view';
import { readSessions } from '../../services/activities';
import { failureText } from '../../texts/errors';
import { activities as words } from '../../texts/words/activities';

type Which = Request<'activities.list'>['which'];
type Cursor = Request<'activities.list'>['after'];

const EVERYBODYS: Which[] = ['coming', 'past'];
const STAFFS: Which[] = [...EVERYBODYS, 'unopened'];

/** 活动：将来的、过去的，工作人员还有没发的；一页 20 场。 */
Component({
  behaviors: [screen, loading],
  data: {
    words,
    tabs: EVERYBODYS,
    which: 'coming' as Which,
    sessions: [] as SessionCardView[],
    next: null as Cursor,
    staff: false,
    reading: false,
    trouble: '',
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
      const { which } = this.data;
      await this.follow(readSessions({ which, after: null }), ({ sessions, next, can }) => {
        const staff = can.includes('activities.publish');
        const tabs = staff ? STAFFS : EVERYBODYS;
        // Somebody has chosen another tab meanwhile: this answer is not for it.
        return which === this.data.which ? { ...this.page(sessions, next), staff, tabs } : {};
      });
    },
    page: (sessions: SessionCard[], next: Cursor) => ({
      sessions: sessions.map(sessionView),
      next,
      trouble: '',
    }),
    onTab(event: WechatMiniprogram.CustomEvent<object, object, { which: Which }>) {
      const { which } = event.currentTarget.dataset;
      if (which === this.data.which) return;
      this.setData({ which, sessions: [], next: null, trouble: '', phase: 'waiting', readAt: 0 });
      void this.refresh();
    },
    /** Only the new cards are sent to the screen. */
    async onMore() {
      const { which, next, reading } = this.data;
      if (!next || reading) return;
      this.setData({ reading: true, trouble: '' });
      const outcome = await readSessions({ which, after: next });
      this.setData({ reading: false });
      if (which !== this.data.which || next !== this.data.next) return;
      if (!outcome.ok) {
        this.setData({ trouble: failureText(outcome) });
        return;
      }
      const { length } = this.data.sessions;
      const added = outcome.data.sessions.map(sessionView);
      this.setData({
        ...Object.fromEntries(added.map((card, index) => [`sessions[${length + index}]`, card])),
        next: outcome.data.next,
      });
    },
    onPost() {
      void wx.navigateTo({ url: '/pages/post-activity/index' });
    },
  },
});
