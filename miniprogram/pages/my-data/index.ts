import type { MyData } from '../../../typings/contract';
import type { Note } from '../../behaviors/joining';
import { loading } from '../../behaviors/loading';
import { screen } from '../../behaviors/screen';
import { dropExports, type ExportFile, sendExport, writeExport } from '../../services/export-files';
import { quitStudio } from '../../services/members';
import { correctMe, forgetMe, readMyData, withdrawConsent } from '../../services/my-data';
import { failureText } from '../../texts/errors';
import { type Leaving, leaving, leavingLabels, myData as words } from '../../texts/words/my-data';
import { now } from '../../utils/calendar';
import { type Edit, editOf, personOf, type Problems, problemsOf } from './edit';
import { consentText, sectionsOf, shown, type ShownSection, textOf, whoAmI } from './view';

const WAYS_OUT: Record<
  Leaving,
  () => ReturnType<typeof quitStudio | typeof forgetMe | typeof withdrawConsent>
> = {
  quit: quitStudio,
  withdraw: withdrawConsent,
  forget: forgetMe,
};

/** 我的资料：看、改、导出，退出、撤回、注销。 */
Component({
  behaviors: [screen, loading],
  data: {
    words,
    leaving,
    leavingLabels,
    mine: null as MyData | null,
    who: '',
    consent: '',
    phoneShown: '',
    sections: [] as ShownSection[],
    opened: [] as string[],
    ways: [] as Leaving[],
    edit: null as Edit | null,
    problems: {} as Problems,
    files: null as { text: ExportFile; json: ExportFile } | null,
    asking: '' as Leaving | '',
    gone: '',
    note: null as Note | null,
    noteAt: 'about' as 'about' | 'export' | 'leave',
    busy: false,
  },
  methods: {
    onShow() {
      this.refreshLook();
      if (this.isStale() && !this.data.gone) void this.refresh();
    },
    onUnload() {
      dropExports();
    },
    async onPullDownRefresh() {
      if (!this.data.gone) await this.refresh();
      void wx.stopPullDownRefresh();
    },
    async refresh() {
      await this.follow(readMyData('masked'), (mine) => ({
        mine,
        who: whoAmI(mine),
        consent: consentText(mine),
        phoneShown: '',
        sections: sectionsOf(mine).map((section) => shown(section, this.data.opened)),
        ways: (mine.studios.length > 0 ? ['quit', 'withdraw', 'forget'] : ['forget']) as Leaving[],
      }));
    },
    onMore(event: WechatMiniprogram.CustomEvent<object, object, { key: string }>) {
      const opened = [...this.data.opened, event.currentTarget.dataset.key];
      const { mine } = this.data;
      if (mine) this.setData({ opened, sections: sectionsOf(mine).map((section) => shown(section, opened)) });
    },
    async onPhone() {
      if (this.data.phoneShown) return this.setData({ phoneShown: '' });
      const whole = await this.inClear('about');
      if (whole) this.setData({ phoneShown: whole.phone ?? words.noPhone });
    },
    /** Everything with its numbers, or null with the reason on the screen. */
    async inClear(noteAt: 'about' | 'export'): Promise<MyData | null> {
      if (this.data.busy) return null;
      this.setData({ busy: true, note: null, noteAt });
      const outcome = await readMyData('clear');
      this.setData({ busy: false, note: outcome.ok ? null : { tone: 'bad', text: failureText(outcome) } });
      return outcome.ok ? outcome.data : null;
    },

    onEdit() {
      const { mine } = this.data;
      if (!mine) return;
      this.setData({ edit: editOf(mine), problems: {}, note: null });
      this.toTop();
    },
    onText(event: WechatMiniprogram.CustomEvent<{ value: string }, object, { field: 'name' | 'phone' }>) {
      this.setData({ [`edit.${event.currentTarget.dataset.field}`]: event.detail.value, problems: {} });
    },
    onDropPhone() {
      this.setData({ 'edit.dropPhone': !this.data.edit?.dropPhone, 'edit.phone': '', problems: {} });
    },
    onCancelEdit() {
      this.setData({ edit: null, problems: {}, note: null });
    },
    async onSave() {
      const { edit, busy } = this.data;
      if (!edit || busy) return;
      const problems = problemsOf(edit);
      this.setData({ problems, note: null });
      if (Object.keys(problems).length > 0) return;
      this.setData({ busy: true });
      const outcome = await correctMe(personOf(edit));
      const note: Note = outcome.ok
        ? { tone: 'good', text: words.saved }
        : { tone: 'bad', text: failureText(outcome) };
      this.setData({ busy: false, note, noteAt: 'about', ...(outcome.ok && { edit: null, files: null }) });
      if (outcome.ok) await this.refresh();
    },

    async onExport() {
      const whole = await this.inClear('export');
      if (!whole) return;
      try {
        const text = writeExport(words.textFile, textOf(whole, now()));
        const json = writeExport(words.jsonFile, JSON.stringify(whole, null, 2));
        this.setData({ files: { text, json } });
      } catch {
        this.setData({ note: { tone: 'bad', text: words.exportFailed }, noteAt: 'export' });
      }
    },
    onSendFile(event: WechatMiniprogram.CustomEvent<object, object, { file: 'text' | 'json' }>) {
      const file = this.data.files?.[event.currentTarget.dataset.file];
      if (file) void sendExport(file);
    },

    onAsk(event: WechatMiniprogram.CustomEvent<object, object, { way: Leaving }>) {
      this.setData({ asking: event.currentTarget.dataset.way, note: null, edit: null });
      this.toTop();
    },
    /** What is asked and what came of it stands at the top. */
    toTop() {
      void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
    },
    onStay() {
      this.setData({ asking: '' });
    },
    async onLeave() {
      const { asking, busy } = this.data;
      if (!asking || busy) return;
      this.setData({ busy: true, note: null });
      const outcome = await WAYS_OUT[asking]();
      this.setData({ busy: false });
      if (!outcome.ok)
        return this.setData({
          asking: '',
          note: { tone: 'bad', text: failureText(outcome) },
          noteAt: 'leave',
        });
      dropExports();
      this.setData({
        asking: '',
        gone: leaving[asking].done,
        mine: null,
        sections: [],
        files: null,
        phoneShown: '',
      });
      this.toTop();
    },
    onHome() {
      void wx.switchTab({ url: '/pages/home/index' });
    },
  },
});
