import type { ShiftDetail } from '../../../typings/contract';
import type { Note } from '../../behaviors/joining';
import { loading } from '../../behaviors/loading';
import { screen } from '../../behaviors/screen';
import { readStudio } from '../../services/members';
import { joinShift, leaveShift, readShift } from '../../services/patrols';
import { currentStudio, studioFrom } from '../../services/session';
import { askToTellPromotion } from '../../services/subscribe';
import { failureText } from '../../texts/errors';
import { leftText, shareText } from '../../texts/shift';
import { common } from '../../texts/words/common';
import { shift as words } from '../../texts/words/shift-detail';
import type { MainAction } from './action';
import { mainAction } from './action';
import { chooseForOther, leaveForOther } from './on-behalf';
import type { ShiftView } from './view';
import { describe } from './view';

/** The second half of a double tap falls on the button that the first one changed. */
const SECOND_TAP = 800;

/** 班次详情：谁来、还缺几人、我在哪一位。 */
Component({
  behaviors: [screen, loading],
  data: {
    words,
    common,
    shiftId: '',
    /** 这一班是哪个工作室的：the card or the message says it. */
    studio: '',
    detail: null as ShiftDetail | null,
    view: null as ShiftView | null,
    action: null as MainAction | null,
    chosen: '',
    /** The post I left just now: the way back stays open. */
    left: '',
    note: null as Note | null,
    told: '',
    busy: false,
    /** My place has just changed by a tap. */
    changed: false,
    /** A stranger tapped 我要参加: once they have joined the studio, they are signed up. */
    wanted: false,
  },
  methods: {
    onLoad(query: { shiftId?: string; studio?: string }) {
      this.setData({ shiftId: query.shiftId ?? '', studio: studioFrom(query.studio) ?? currentStudio() });
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
      await this.follow(readShift(this.data.shiftId, this.data.studio), (detail) => this.shown(detail));
      if (this.data.view?.held) void wx.hideShareMenu({});
      else void wx.showShareMenu({});
      if (this.data.wanted) await this.goOn();
    },
    /** 加入以后接着报刚才要报的班；要排队的，让人自己再点。 */
    async goOn() {
      const { action } = this.data;
      if (!action || action.kind === 'become') return;
      this.setData({ wanted: false });
      if (action.kind === 'join' && !action.queues) await this.onMain();
    },
    /** What the screen shows of a shift, with a post that has just been chosen or left. */
    shown(detail: ShiftDetail, change: { chosen?: string; left?: string } = {}) {
      const { chosen, left } = { ...this.data, ...change };
      return { detail, view: describe(detail), action: mainAction(detail, chosen, left), chosen, left };
    },
    onChoose(event: WechatMiniprogram.CustomEvent<object, object, { post: string }>) {
      const { detail } = this.data;
      if (!detail || this.data.busy) return;
      this.setData(this.shown(detail, { chosen: event.currentTarget.dataset.post }));
    },
    async onMain() {
      const { action, busy } = this.data;
      if (!action || busy || this.data.changed) return;
      if (action.kind === 'become') {
        this.setData({ wanted: true });
        void wx.navigateTo({ url: `/pages/join/index?studio=${this.data.studio}` });
        return;
      }
      if (action.kind === 'leave' && action.queues && !(await this.wantsToLeave())) return;
      const asking = action.kind === 'join' && action.queues ? askToTellPromotion() : undefined;
      this.setData({ busy: true, note: null, told: '' });
      const told = (await asking) ? words.toldYes : '';
      const changed = await (action.kind === 'leave' ? this.leave(action.post) : this.join(action.post));
      this.setData({ busy: false, told, changed });
      if (changed) setTimeout(() => this.setData({ changed: false }), SECOND_TAP);
    },
    async join(post: string): Promise<boolean> {
      const { detail } = this.data;
      if (!detail) return false;
      const outcome = await joinShift(detail, post, this.data.studio);
      if (outcome.ok) {
        this.setData(this.shown({ ...detail, mine: outcome.data }, { left: '' }));
      } else {
        this.setData({ note: { tone: 'bad', text: failureText(outcome) } });
      }
      await this.refresh();
      return outcome.ok;
    },
    async leave(post: string): Promise<boolean> {
      const { detail } = this.data;
      if (!detail) return false;
      const outcome = await leaveShift(detail.shiftId, post, this.data.studio);
      if (outcome.ok) {
        this.setData({
          ...this.shown({ ...detail, mine: null, can: [] }, { left: post, chosen: post }),
          note: { tone: 'good', text: leftText(outcome.data.promoted) },
        });
      } else {
        this.setData({ note: { tone: 'bad', text: failureText(outcome) } });
      }
      await this.refresh();
      return outcome.ok;
    },
    /** 有人在排队时退出，就让给了他：说清楚再问一句。 */
    async wantsToLeave(): Promise<boolean> {
      const { confirm } = await wx.showModal({
        title: words.leaveTitle,
        content: words.leaveAsk,
        confirmText: words.leaveYes,
        cancelText: words.leaveNo,
      });
      return confirm;
    },
    onSignUpFor() {
      if (this.data.detail && !this.data.busy) void chooseForOther(this.data.detail);
    },
    async onLeaveFor(
      event: WechatMiniprogram.CustomEvent<object, object, Parameters<typeof leaveForOther>[1]>,
    ) {
      if (this.data.busy) return;
      this.setData({ busy: true, note: null });
      const note = await leaveForOther(this.data.shiftId, event.currentTarget.dataset);
      this.setData({ busy: false, note });
      if (note) await this.refresh();
    },
    /** 群里的卡片：只写公开的，不写人数，人数会变。 */
    onShareAppMessage(): WechatMiniprogram.Page.ICustomShareContent {
      const { view, shiftId, studio } = this.data;
      const title = view ? shareText(view) : common.name;
      return { title, path: `/pages/shift-detail/index?shiftId=${shiftId}&studio=${studio}` };
    },
    async onTell() {
      const accepted = await askToTellPromotion();
      this.setData({ told: accepted ? words.toldYes : words.toldNo });
    },
    async onCall() {
      const studio = await readStudio(this.data.studio);
      if (studio.ok) void wx.makePhoneCall({ phoneNumber: studio.data.station.phone });
      else this.setData({ note: { tone: 'bad', text: failureText(studio) } });
    },
  },
});
