import type { Town } from '../../../typings/contract';
import type { Note } from '../../behaviors/joining';
import { loading } from '../../behaviors/loading';
import { screen } from '../../behaviors/screen';
import { dismissSupervisor, inviteSupervisor, readTown } from '../../services/towns';
import { failureText } from '../../texts/errors';
import { common } from '../../texts/words/common';
import { countTexts, town as words } from '../../texts/words/town';
import { now, startText } from '../../utils/calendar';

const studioCard = ({ studioId, name, station, ...counts }: Town['studios'][number]) => ({
  studioId,
  name,
  address: station.address,
  phone: station.phone,
  counts: countTexts(counts),
});

/** 全镇的工作室：各村什么情况，谁一起督查。 */
Component({
  behaviors: [screen, loading],
  data: {
    words,
    common,
    townId: '',
    name: '',
    studios: [] as ReturnType<typeof studioCard>[],
    supervisors: [] as Town['supervisors'],
    code: '',
    until: '',
    note: null as Note | null,
    busy: false,
  },
  methods: {
    onLoad(query: { town?: string }) {
      this.setData({ townId: query.town ?? '' });
    },
    onShow() {
      this.refreshLook();
      if (this.isStale()) void this.refresh();
    },
    async onPullDownRefresh() {
      await this.refresh();
      void wx.stopPullDownRefresh();
    },
    async refresh() {
      await this.follow(readTown(this.data.townId), ({ name, studios, supervisors }) => ({
        name,
        studios: studios.map(studioCard),
        supervisors,
      }));
    },
    onCall(event: WechatMiniprogram.CustomEvent<object, object, { phone: string }>) {
      void wx.makePhoneCall({ phoneNumber: event.currentTarget.dataset.phone });
    },
    async onInvite() {
      if (this.data.busy) return;
      this.setData({ busy: true, note: null });
      const outcome = await inviteSupervisor(this.data.townId);
      this.setData(
        outcome.ok
          ? { busy: false, code: outcome.data.code, until: startText(outcome.data.until, now()) }
          : { busy: false, note: { tone: 'bad', text: failureText(outcome) } },
      );
    },
    /** 卡片只打开输码的那一页，码不在里面。 */
    onShareAppMessage(): WechatMiniprogram.Page.ICustomShareContent {
      const studio = this.data.studios[0]?.studioId ?? '';
      return { title: words.shared, path: `/pages/set-up/index?as=supervisor&studio=${studio}` };
    },
    async onLeave(event: WechatMiniprogram.CustomEvent<object, object, { member: string }>) {
      const { supervisors, busy, townId } = this.data;
      const who = supervisors.find(({ memberId }) => memberId === event.currentTarget.dataset.member);
      if (!who || busy) return;
      const warning = who.me ? words.leaveMe : words.leaveOther;
      const { confirm } = await wx.showModal({
        title: who.me ? words.leaveTitle : `${who.name}：${words.leaveTitle}`,
        content: supervisors.length === 1 ? warning + words.leaveLast : warning,
        confirmText: words.leaveYes,
        cancelText: words.leaveNo,
      });
      if (!confirm) return;
      this.setData({ busy: true, note: null });
      const outcome = await dismissSupervisor(townId, who.memberId);
      const text = outcome.ok ? `${who.name}：${words.gone}` : failureText(outcome);
      this.setData({ busy: false, note: { tone: outcome.ok ? 'good' : 'bad', text } });
      if (outcome.ok && who.me) return wx.reLaunch({ url: '/pages/home/index' });
      await this.refresh();
    },
  },
});
