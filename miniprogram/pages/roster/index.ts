import type { RosterPlace, Studio } from '../../../typings/contract';
import type { Note } from '../../behaviors/joining';
import { loading } from '../../behaviors/loading';
import { screen } from '../../behaviors/screen';
import { dropFile, openSheet, sendFile } from '../../services/files';
import { readStudio } from '../../services/members';
import { joinFor } from '../../services/on-behalf';
import { exportRoster, searchRoster } from '../../services/roster';
import { failureText } from '../../texts/errors';
import { failureForOther, standingOfOther } from '../../texts/on-behalf';
import { roster as words } from '../../texts/words/roster';
import type { EntryRow } from './view';
import { entryRow } from './view';

/** Somebody types on: only what they stop at is looked for. */
const TYPING = 400;

/** 花名册：找人，导入，导出；或者替一班选一个人（pick）。 */
Component({
  behaviors: [screen, loading],
  data: {
    words,
    /** 替哪一班选人；空的就是花名册本身 */
    pick: '',
    text: '',
    grids: [] as Studio['grids'],
    gridNames: [] as string[],
    /** 0 是全部网格 */
    gridIndex: 0,
    entries: [] as EntryRow[],
    next: null as RosterPlace | null,
    note: null as Note | null,
    noteOf: '',
    /** 导出的表格在手机上的位置 */
    sheet: '',
    busy: false,
    typing: 0,
  },
  methods: {
    onLoad(query: { pick?: string }) {
      this.setData({ pick: query.pick ?? '' });
    },
    onShow() {
      this.refreshLook();
      if (this.isStale()) void this.refresh();
    },
    onUnload() {
      clearTimeout(this.data.typing);
      dropFile(this.data.sheet);
    },
    async onPullDownRefresh() {
      await this.refresh();
      void wx.stopPullDownRefresh();
    },
    async refresh() {
      const studio = await readStudio();
      if (studio.ok) {
        const { grids } = studio.data;
        this.setData({ grids, gridNames: [words.allGrids, ...grids.map(({ name }) => name)] });
      }
      const { text } = this.data;
      await this.follow(searchRoster(text, this.gridId(), null), ({ entries, next }) =>
        text === this.data.text
          ? { entries: entries.map((entry) => entryRow(entry, this.data.grids)), next }
          : {},
      );
    },
    gridId(): string | null {
      return this.data.grids[this.data.gridIndex - 1]?.gridId ?? null;
    },
    onText(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      clearTimeout(this.data.typing);
      const typing = setTimeout(() => void this.refresh(), TYPING) as unknown as number;
      this.setData({ text: event.detail.value, typing });
    },
    onGrid(event: WechatMiniprogram.PickerChange) {
      this.setData({ gridIndex: Number(event.detail.value) });
      void this.refresh();
    },
    async onMore() {
      const { next, busy, text } = this.data;
      if (busy || !next) return;
      this.setData({ busy: true });
      const more = await searchRoster(text, this.gridId(), next);
      if (!more.ok) return this.setData({ busy: false, note: { tone: 'bad', text: failureText(more) } });
      const rows = more.data.entries.map((entry) => entryRow(entry, this.data.grids));
      this.setData({ busy: false, entries: [...this.data.entries, ...rows], next: more.data.next });
    },
    onPerson(event: WechatMiniprogram.CustomEvent<object, object, { entry: string }>) {
      const { entry } = event.currentTarget.dataset;
      if (this.data.pick) void this.pickPerson(entry);
      else void wx.navigateTo({ url: `/pages/roster-entry/index?entryId=${entry}` });
    },
    async pickPerson(entryId: string) {
      const person = this.data.entries.find((entry) => entry.entryId === entryId);
      if (!person || this.data.busy) return;
      this.setData({ busy: true, note: null, noteOf: entryId });
      const outcome = await joinFor(this.data.pick, entryId);
      this.setData({
        busy: false,
        note: outcome.ok
          ? { tone: 'good', text: standingOfOther(person.name, outcome.data) }
          : { tone: 'bad', text: failureForOther(outcome) },
      });
    },
    onBack() {
      void wx.navigateBack();
    },
    onAdd() {
      void wx.navigateTo({ url: '/pages/roster-edit/index' });
    },
    onImport() {
      void wx.navigateTo({ url: '/pages/roster-import/index' });
    },
    async onExport() {
      if (this.data.busy) return;
      this.setData({ busy: true, note: null, noteOf: '' });
      const outcome = await exportRoster();
      this.setData({
        busy: false,
        ...(outcome.ok
          ? { sheet: outcome.data.filePath, note: { tone: 'good', text: words.exported(outcome.data.count) } }
          : { note: { tone: 'bad', text: failureText(outcome) } }),
      });
    },
    onOpen() {
      void openSheet(this.data.sheet).catch(() => undefined);
    },
    onSend() {
      void sendFile(this.data.sheet, words.fileName).catch(() => undefined);
    },
  },
});
