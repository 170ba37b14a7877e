import type { Me, Studio } from '../../../typings/contract';
import type { Note } from '../../behaviors/joining';
import { loading } from '../../behaviors/loading';
import { screen } from '../../behaviors/screen';
import { changeAvatar, dropAvatar } from '../../services/avatar';
import { readMe, readStudio } from '../../services/members';
import { chooseStudio, currentStudio } from '../../services/session';
import { failureText } from '../../texts/errors';
import { whoText } from '../../texts/labels';
import { common } from '../../texts/words/common';
import { me as words } from '../../texts/words/me';
import { avatarNote, nameNote } from './notes';

const studioRow = ({ studioId, name, role }: Me['studios'][number]) => {
  const here = studioId === currentStudio();
  return {
    studioId,
    name,
    who: `${whoText(role, false)} · ${here ? words.here : words.there}`,
    here,
  };
};
type StudioRow = ReturnType<typeof studioRow>;

/** 我的：我是谁，我的资料，长辈版，服务站。 */
Component({
  behaviors: [screen, loading],
  data: {
    words,
    common,
    me: null as Me | null,
    role: '',
    member: false,
    /** 我的工作室，在不止一个里的时候。 */
    studios: [] as StudioRow[],
    setUp: false,
    supervise: false,
    studio: null as Studio | null,
    nameNote: null as Note | null,
    avatarNote: null as Note | null,
    changing: false,
    refusal: '',
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
      const me = await this.follow(readMe(), (found) => ({
        me: found,
        role: whoText(
          found.role === 'visitor' && found.town ? 'supervisor' : found.role,
          found.recognised === 'veteran',
        ),
        member: found.can.includes('members.quit'),
        studios: found.studios.length > 1 ? found.studios.map(studioRow) : [],
        setUp: found.can.includes('members.setUp'),
        supervise: found.can.includes('members.supervise') && found.role === 'visitor',
        nameNote: nameNote(found.nameCheck),
        avatarNote: avatarNote(found.avatar),
      }));
      const studio = me && (await readStudio());
      if (studio?.ok) this.setData({ studio: studio.data });
    },
    /** 换到另一个工作室：每一屏都从头读，从首页开始。 */
    onStudio(event: WechatMiniprogram.CustomEvent<object, object, { studio: string }>) {
      const { studio } = event.currentTarget.dataset;
      if (studio === currentStudio()) return;
      chooseStudio(studio);
      void wx.reLaunch({ url: '/pages/home/index' });
    },
    onTown() {
      const town = this.data.me?.town;
      if (town) void wx.navigateTo({ url: `/pages/town/index?town=${town.townId}` });
    },
    onSetUp(event: WechatMiniprogram.CustomEvent<object, object, { as: string }>) {
      const { as } = event.currentTarget.dataset;
      void wx.navigateTo({ url: `/pages/set-up/index?as=${as}&studio=${currentStudio()}` });
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
