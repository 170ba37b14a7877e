import type { Home, ShiftCard, Studio } from '../../../typings/contract';
import { joining } from '../../behaviors/joining';
import { loading } from '../../behaviors/loading';
import { screen } from '../../behaviors/screen';
import { readHome, readStudio } from '../../services/members';
import { common, home as words } from '../../texts/words';
import { greeting, now } from '../../utils/calendar';

/** A home shows seven things at most: the next duty, two gaps, three activities, one way on. */
const GAPS = 2;
const SESSIONS = 3;

Component({
  behaviors: [screen, loading, joining],
  data: {
    words,
    common,
    hello: '',
    next: null as Home['next'],
    gaps: [] as Home['gaps'],
    gapCount: 0,
    sessions: [] as Home['sessions'],
    stranger: false,
    staff: false,
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
      const home = await this.follow(readHome());
      if (!home) return;
      const stranger = home.me.role === 'visitor';
      this.setData({
        hello: [home.me.name, greeting(now())].filter(Boolean).join('，'),
        next: home.next,
        gaps: home.gaps.slice(0, GAPS),
        gapCount: home.gapCount,
        sessions: home.sessions.slice(0, SESSIONS),
        stranger,
        staff: home.can.includes('patrols.post'),
      });
      if (stranger) await this.showStation();
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
  },
});
