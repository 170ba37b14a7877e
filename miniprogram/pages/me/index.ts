import type { Me, Studio } from '../../../typings/contract';
import { loading } from '../../behaviors/loading';
import { screen } from '../../behaviors/screen';
import { readMe, readStudio } from '../../services/members';
import { whoText } from '../../texts/labels';
import { common } from '../../texts/words/common';
import { me as words } from '../../texts/words/me';

/** 我的：我是谁，我的资料，长辈版，服务站。 */
Component({
  behaviors: [screen, loading],
  data: {
    words,
    common,
    me: null as Me | null,
    role: '',
    member: false,
    studio: null as Studio | null,
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
      const studio = await readStudio();
      await this.follow(readMe(), (me) => ({
        me,
        role: whoText(me.role, me.recognised === 'veteran'),
        member: me.can.includes('members.quit'),
        ...(studio.ok && { studio: studio.data }),
      }));
    },
    onDuties() {
      void wx.navigateTo({ url: '/pages/my-duties/index' });
    },
    onMyData() {
      void wx.navigateTo({ url: '/pages/my-data/index' });
    },
    onPrivacy() {
      void wx.navigateTo({ url: '/pages/privacy/index' });
    },
    onJoin() {
      void wx.navigateTo({ url: '/pages/join/index' });
    },
    onCall() {
      const phoneNumber = this.data.studio?.station.phone;
      if (phoneNumber) void wx.makePhoneCall({ phoneNumber });
    },
  },
});
