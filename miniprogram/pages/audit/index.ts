import type { Response } from '../../../typings/contract';
import { loading } from '../../behaviors/loading';
import { screen } from '../../behaviors/screen';
import { type AuditFilter, readAudit } from '../../services/audit';
import { failureText } from '../../texts/errors';
import { audit as words } from '../../texts/words/audit';
import { now } from '../../utils/calendar';
import { CHOICES, lineView, type LineView } from './view';

/** 谁做过什么：按事看，按人看，一页一页。 */
Component({
  behaviors: [screen, loading],
  data: {
    words,
    choices: CHOICES,
    choice: 0,
    person: null as { memberId: string; name: string } | null,
    lines: [] as LineView[],
    next: null as Response<'members.audit'>['next'],
    refusal: '',
    busy: false,
  },
  methods: {
    onLoad() {
      this.refreshLook();
      void this.refresh();
    },
    async onPullDownRefresh() {
      await this.refresh();
      void wx.stopPullDownRefresh();
    },
    filter(): AuditFilter {
      const { choice, person } = this.data;
      return { action: CHOICES[choice]?.action ?? null, memberId: person?.memberId ?? null };
    },
    async refresh() {
      this.setData({ refusal: '' });
      await this.follow(readAudit(this.filter(), null), ({ lines, next }) => ({
        lines: lines.map((line) => lineView(line, now())),
        next,
      }));
    },
    async onMore() {
      if (this.data.busy) return;
      this.setData({ busy: true, refusal: '' });
      const more = await readAudit(this.filter(), this.data.next);
      if (!more.ok) return this.setData({ busy: false, refusal: failureText(more) });
      const lines = more.data.lines.map((line) => lineView(line, now()));
      this.setData({ busy: false, lines: [...this.data.lines, ...lines], next: more.data.next });
    },
    onChoice(event: WechatMiniprogram.PickerChange) {
      this.setData({ choice: Number(event.detail.value) });
      void this.refresh();
    },
    onPerson(event: WechatMiniprogram.CustomEvent<object, object, { member: string; name: string }>) {
      const { member: memberId, name } = event.currentTarget.dataset;
      this.setData({ person: { memberId, name } });
      void wx.pageScrollTo({ scrollTop: 0 });
      void this.refresh();
    },
    onEverybody() {
      this.setData({ person: null });
      void this.refresh();
    },
  },
});
