import type { Home, ShiftCard, Studio } from '../../../typings/contract';
import { joining } from '../../behaviors/joining';
import { loading } from '../../behaviors/loading';
import { screen } from '../../behaviors/screen';
import type { SessionCardView } from '../../components/session-card/view';
import { sessionView } from '../../components/session-card/view';
import type { ShiftCardView } from '../../components/shift-card/view';
import { shiftView } from '../../components/shift-card/view';
import { readHome, readStudio } from '../../services/members';
import { currentStudio } from '../../services/session';
import { common } from '../../texts/words/common';
import { home as words } from '../../texts/words/home';
import { greeting, now } from '../../utils/calendar';

/** A home shows seven things at most: the next duty, two gaps, three activities, one way on. */
const GAPS = 2;
const SESSIONS = 3;
/** The workbench has rows of its own, and shows one less. */
const SESSIONS_OF_STAFF = 2;

const nameOf = (studios: Home['studios']) =>
  studios.find(({ studioId }) => studioId === currentStudio())?.name ?? '';

Component({
  behaviors: [screen, loading, joining],
  data: {
    words,
    common,
    hello: '',
    next: null as ShiftCardView | null,
    gaps: [] as ShiftCardView[],
    gapCount: 0,
    sessions: [] as SessionCardView[],
    stranger: false,
    staff: false,
    /** 在几个工作室的人，要看得出现在是哪一个。 */
    studioName: '',
    /** 督查的镇 */
    town: null as Home['town'],
    /** 等着认的人 */
    asking: 0,
    station: null as Studio['station'] | null,
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
      await this.follow(readHome(), ({ me, next, gaps, gapCount, sessions, studios, town, asking, can }) => ({
        hello: [me.name, greeting(now())].filter(Boolean).join('，'),
        next: next && shiftView(next, true),
        gaps: gaps.slice(0, GAPS).map((shift) => shiftView(shift)),
        gapCount,
        sessions: sessions
          .slice(0, can.includes('patrols.post') ? SESSIONS_OF_STAFF : SESSIONS)
          .map(sessionView),
        stranger: me.role === 'visitor',
        staff: can.includes('patrols.post'),
        studioName: studios.length > 1 ? nameOf(studios) : '',
        town,
        asking: can.includes('members.people') ? asking : 0,
      }));
      if (this.data.stranger && !this.data.town) await this.showStation();
    },
    async showStation() {
      const studio = await readStudio();
      if (studio.ok) this.setData({ station: studio.data.station });
    },
    async onJoin(event: WechatMiniprogram.CustomEvent<{ shift: ShiftCard; post: string }>) {
      const { shift, post } = event.detail;
      if (await this.joinOnCard(shift, post)) await this.refresh();
    },
    onCall() {
      const phoneNumber = this.data.station?.phone;
      if (phoneNumber) void wx.makePhoneCall({ phoneNumber });
    },
    onBecome() {
      void wx.navigateTo({ url: '/pages/join/index' });
    },
    onTown() {
      if (this.data.town) void wx.navigateTo({ url: `/pages/town/index?town=${this.data.town.townId}` });
    },
    onSettings() {
      void wx.navigateTo({ url: '/pages/settings/index' });
    },
    onBoard() {
      void wx.switchTab({ url: '/pages/duty/index' });
    },
    onActivities() {
      void wx.switchTab({ url: '/pages/activities/index' });
    },
    onPeople() {
      void wx.navigateTo({ url: '/pages/people/index' });
    },
    onPost() {
      void wx.navigateTo({ url: '/pages/post-shift/index' });
    },
    onPostActivity() {
      void wx.navigateTo({ url: '/pages/post-activity/index' });
    },
  },
});
