import type { Me, Studio } from '../../../typings/contract';
import type { Note } from '../../behaviors/joining';
import { loading } from '../../behaviors/loading';
import { screen } from '../../behaviors/screen';
import { changeAvatar, dropAvatar } from '../../services/avatar';
import { quitStudio, readMe, readStudio } from '../../services/members';
import { failureText } from '../../texts/errors';
import { whoText } from '../../texts/labels';
import { common } from '../../texts/words/common';
import { me as words } from '../../texts/words/me';
import { avatarNote, nameNote } from './notes';

/** 我的：存了我什么，长辈版，退出工作室。 */
Component({
  behaviors: [screen, loading],
  data: {
    words,
    common,
    me: null as Me | null,
    role: '',
    member: false,
    studio: null as Studio | null,
    nameNote: null as Note | null,
    avatarNote: null as Note | null,
    changing: false,
    refusal: '',
    leaving: false,
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
        nameNote: nameNote(me.nameCheck),
        avatarNote: avatarNote(me.avatar),
        ...(studio.ok && { studio: studio.data }),
      }));
    },
    async onAvatar(event: WechatMiniprogram.CustomEvent<{ avatarUrl?: string }>) {
      const { avatarUrl } = event.detail;
      if (avatarUrl) await this.change(changeAvatar(avatarUrl));
    },
    async onNoAvatar() {
      await this.change(dropAvatar());
    },
    async change(changing: ReturnType<typeof dropAvatar>) {
      this.setData({ changing: true, refusal: '' });
      const outcome = await changing;
      await this.refresh();
      this.setData({ changing: false, refusal: outcome.ok ? '' : failureText(outcome) });
    },
    onDuties() {
      void wx.navigateTo({ url: '/pages/my-duties/index' });
    },
    onPrivacy() {
      void wx.navigateTo({ url: '/pages/privacy/index' });
    },
    onJoin() {
      void wx.navigateTo({ url: '/pages/join/index' });
    },
    async onQuit() {
      if (this.data.leaving) return;
      const { confirm } = await wx.showModal({
        title: words.quitTitle,
        content: words.quitAsk,
        confirmText: words.quitYes,
        cancelText: words.quitNo,
      });
      if (!confirm) return;
      this.setData({ leaving: true, refusal: '' });
      const outcome = await quitStudio();
      this.setData({ leaving: false, refusal: outcome.ok ? '' : failureText(outcome) });
      await this.refresh();
    },
    onCall() {
      const phoneNumber = this.data.studio?.station.phone;
      if (phoneNumber) void wx.makePhoneCall({ phoneNumber });
    },
  },
});
