import type { SessionDetail } from '../../../typings/contract';
import type { Note } from '../../behaviors/joining';
import { loading } from '../../behaviors/loading';
import { screen } from '../../behaviors/screen';
import { joinSession, leaveSession, readSession } from '../../services/activities';
import { readStudio } from '../../services/members';
import { askToTell } from '../../services/subscribe';
import { currentStudio, studioFrom } from '../../services/session';
import { failureText } from '../../texts/errors';
import { AGE_BANDS, leftText, shareText } from '../../texts/session';
import { activity as words } from '../../texts/words/activity-detail';
import { common } from '../../texts/words/common';
import type { MainAction } from './action';
import { mainAction } from './action';
import { following } from './following';
import type { PartyForm, PartyView } from './party';
import { emptyParty, fitted, partyProblem, partyView, seatsOf, toParty } from './party';
import type { ActivityView } from './view';
import { describe } from './view';

/** The second half of a double tap falls on the button that the first one changed. */
const SECOND_TAP = 800;

/** 活动详情：什么、什么时候、还有没有位子、我报上没有。 */
Component({
  behaviors: [screen, loading, following],
  data: {
    words,
    common,
    bands: AGE_BANDS,
    sessionId: '',
    /** 卡片是哪个村的 */
    studio: '',
    view: null as ActivityView | null,
    action: null as MainAction | null,
    form: emptyParty() as PartyForm,
    party: null as PartyView | null,
    /** I have left just now: the way back stays open. */
    left: false,
    note: null as Note | null,
    told: '',
    busy: false,
    /** My place has just changed by a tap. */
    changed: false,
    /** A stranger tapped 我要参加: once they have joined the studio, they are signed up. */
    wanted: false,
  },
  methods: {
    onLoad(query: { sessionId?: string; studio?: string }) {
      const studio = studioFrom(query.studio) ?? currentStudio();
      this.setData({ sessionId: query.sessionId ?? '', studio });
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
      await this.follow(readSession(this.data.sessionId, this.data.studio), (detail) => this.shown(detail));
      if (this.data.wanted) await this.goOn();
    },
    /** 加入以后接着报刚才要报的那一场；要排队的、还没填完的，让人自己再点。 */
    async goOn() {
      const { action } = this.data;
      if (!action || action.kind === 'become') return;
      this.setData({ wanted: false });
      if (action.kind === 'join' && !action.queues) await this.join();
    },
    /** What the screen shows of a session, with what I have filled in. */
    shown(detail: SessionDetail, change: { form?: PartyForm; left?: boolean } = {}) {
      const { left, form: filled } = { ...this.data, ...change };
      const form = fitted(filled, detail);
      const action = mainAction(detail, seatsOf(form), left);
      const signing = action?.kind === 'join' || action?.kind === 'become';
      const party = signing ? partyView(form, detail) : null;
      return { detail, view: describe(detail), action, form, left, party };
    },
    edit(change: Partial<PartyForm>) {
      const { detail, form, busy } = this.data;
      if (detail && !busy)
        this.setData({ ...this.shown(detail, { form: { ...form, ...change } }), note: null });
    },
    onCompanions(event: WechatMiniprogram.CustomEvent<{ value: number }>) {
      this.edit({ companions: event.detail.value });
    },
    onBand(event: WechatMiniprogram.CustomEvent<object, object, { band: PartyForm['youth'] }>) {
      this.edit({ youth: event.currentTarget.dataset.band });
    },
    onOption(event: WechatMiniprogram.CustomEvent<object, object, { question: string; option: string }>) {
      const { question, option } = event.currentTarget.dataset;
      this.answer(question, option);
    },
    onAnswer(event: WechatMiniprogram.CustomEvent<{ value: string }, object, { question: string }>) {
      this.answer(event.currentTarget.dataset.question, event.detail.value);
    },
    answer(question: string, text: string) {
      this.edit({ answers: { ...this.data.form.answers, [question]: text } });
    },
    async onMain() {
      const { action, busy, changed, detail } = this.data;
      if (!action || !detail || busy || changed) return;
      if (action.kind === 'first') {
        void wx.navigateTo({ url: `/pages/activity-detail/index?sessionId=${detail.head ?? ''}` });
        return;
      }
      if (action.kind !== 'leave' && !this.isFilled(detail)) return;
      if (action.kind === 'become') {
        this.setData({ wanted: true });
        void wx.navigateTo({ url: `/pages/join/index?studio=${this.data.studio}` });
        return;
      }
      if (action.kind === 'leave') {
        if (!action.queues || (await this.wantsToLeave())) await this.leave();
        return;
      }
      const asking = askToTell(action.queues ? ['promoted', 'changed', 'reminder'] : ['changed', 'reminder']);
      this.setData({ busy: true, note: null, told: '' });
      await this.join((await asking) ? words.toldYes : words.toldNo);
    },
    isFilled(detail: SessionDetail): boolean {
      const problem = partyProblem(this.data.form, detail);
      if (problem) this.setData({ note: { tone: 'bad', text: problem } });
      return !problem;
    },
    async join(told = '') {
      const { detail, form } = this.data;
      if (!detail) return;
      this.setData({ busy: true, note: null });
      const outcome = await joinSession(detail, toParty(form, detail), this.data.studio);
      if (outcome.ok) {
        this.setData(this.shown({ ...detail, can: [], mine: outcome.data }, { left: false }));
      } else {
        this.setData({ note: { tone: 'bad', text: failureText(outcome) } });
      }
      await this.refresh();
      this.done(outcome.ok, outcome.ok ? told : '');
    },
    async leave() {
      const { detail } = this.data;
      if (!detail?.mine) return;
      this.setData({ busy: true, note: null, told: '' });
      const { sessionId, cutOff, mine } = detail;
      const outcome = await leaveSession({ sessionId, cutOff, seats: mine.seats }, this.data.studio);
      if (outcome.ok) {
        const gone = { ...detail, mine: null, can: [] };
        const note: Note = { tone: 'good', text: leftText(outcome.data.promoted) };
        this.setData({ ...this.shown(gone, { left: true, form: emptyParty() }), note });
      } else {
        this.setData({ note: { tone: 'bad', text: failureText(outcome) } });
      }
      await this.refresh();
      this.done(outcome.ok, '');
    },
    done(changed: boolean, told: string) {
      this.setData({ busy: false, told, changed });
      if (changed) setTimeout(() => this.setData({ changed: false }), SECOND_TAP);
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
    onWay() {
      const { detail } = this.data;
      if (detail?.spot) void wx.openLocation({ ...detail.spot, name: detail.place });
    },
    /** 改时间地点、改名额、取消、照这次的再发：each on a screen of its own. */
    onStaff(event: WechatMiniprogram.CustomEvent<object, object, { page: string }>) {
      const { page } = event.currentTarget.dataset;
      void wx.navigateTo({ url: `/pages/${page}/index?sessionId=${this.data.sessionId}` });
    },
    onShareAppMessage(): WechatMiniprogram.Page.ICustomShareContent {
      const { detail, sessionId, studio } = this.data;
      const title = detail ? shareText(detail) : common.name;
      return { title, path: `/pages/activity-detail/index?sessionId=${sessionId}&studio=${studio}` };
    },
    async onCall() {
      const studio = await readStudio(this.data.studio);
      if (studio.ok) void wx.makePhoneCall({ phoneNumber: studio.data.station.phone });
      else this.setData({ note: { tone: 'bad', text: failureText(studio) } });
    },
  },
});
