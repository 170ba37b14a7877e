import type { Studio } from '../../../typings/contract';
import { loading } from '../../behaviors/loading';
import { screen } from '../../behaviors/screen';
import { readHome, readStudio } from '../../services/members';
import { whoText } from '../../texts/labels';
import { common, me as words } from '../../texts/words';

Component({
  behaviors: [screen, loading],
  data: { words, common, name: '', role: '', member: false, studio: null as Studio | null },
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
      const [home, studio] = await Promise.all([this.follow(readHome()), readStudio()]);
      if (studio.ok) this.setData({ studio: studio.data });
      if (!home) return;
      const { name, role, veteran } = home.me;
      this.setData({ name, role: whoText(role, veteran), member: role !== 'visitor' });
    },
    onDuties() {
      void wx.navigateTo({ url: '/pages/my-duties/index' });
    },
    onCall() {
      const phoneNumber = this.data.studio?.station.phone;
      if (phoneNumber) void wx.makePhoneCall({ phoneNumber });
    },
  },
});
