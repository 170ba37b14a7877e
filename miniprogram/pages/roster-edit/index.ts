import type { Studio } from '../../../typings/contract';
import { loading } from '../../behaviors/loading';
import { screen } from '../../behaviors/screen';
import { readStudio } from '../../services/members';
import { newRequestId } from '../../services/request-id';
import { eraseEntry, readEntry, saveEntry } from '../../services/roster';
import { failureText } from '../../texts/errors';
import { rosterEdit as words } from '../../texts/words/roster-edit';
import { monthField, monthText, now } from '../../utils/calendar';
import type { Draft, Month, Problems } from './draft';
import { draftOf, emptyDraft, FIELD_OF, problemsOf, toRequest } from './draft';

type Typed = WechatMiniprogram.CustomEvent<
  { value: string },
  object,
  { field: 'name' | 'phone' | 'address' }
>;

/** 添一位，或者改一位。 */
Component({
  behaviors: [screen, loading],
  data: {
    words,
    entryId: '',
    grids: [] as Studio['grids'],
    gridNames: [] as string[],
    gridName: '',
    draft: {} as Draft,
    months: [] as { field: Month; label: string; value: string; shown: string }[],
    latest: '',
    problems: {} as Problems,
    refusal: '',
    /** 办好了的一句话 */
    done: '',
    busy: false,
  },
  methods: {
    onLoad(query: { entryId?: string }) {
      this.refreshLook();
      this.setData({ entryId: query.entryId ?? '', latest: monthField(now()) });
      void this.refresh();
    },
    async refresh() {
      const { entryId } = this.data;
      const studio = await this.follow(readStudio(), ({ grids }) => ({
        grids,
        gridNames: [words.noGrid, ...grids.map(({ name }) => name)],
        ...(entryId && { phase: 'waiting' }),
      }));
      if (!studio) return;
      if (!entryId) return this.edit(emptyDraft(newRequestId()));
      const entry = await this.follow(readEntry(entryId), () => ({}));
      if (entry) this.edit(draftOf(entry, newRequestId()));
    },
    edit(change: Partial<Draft>) {
      const draft = { ...this.data.draft, ...change };
      const gridName = this.data.grids.find(({ gridId }) => gridId === draft.gridId)?.name ?? '';
      const months = (['enlisted', 'discharged'] as const).map((field) => ({
        field,
        label: words[field],
        value: draft[field],
        shown: monthText(draft[field]) || words.pick,
      }));
      this.setData({ draft, gridName, months, problems: {}, refusal: '' });
    },
    onText(event: Typed) {
      this.edit({ [event.currentTarget.dataset.field]: event.detail.value });
    },
    onGrid(event: WechatMiniprogram.PickerChange) {
      this.edit({ gridId: this.data.grids[Number(event.detail.value) - 1]?.gridId ?? '' });
    },
    onMonth(event: WechatMiniprogram.CustomEvent<{ value: string }, object, { field: Month }>) {
      this.edit({ [event.currentTarget.dataset.field]: event.detail.value });
    },
    onClear(event: WechatMiniprogram.CustomEvent<object, object, { field: Month }>) {
      this.edit({ [event.currentTarget.dataset.field]: '' });
    },
    async onSave() {
      const { busy, draft } = this.data;
      if (busy) return;
      const problems = problemsOf(draft);
      const [first] = Object.values(problems);
      this.setData({ problems, refusal: first ?? '', busy: !first });
      if (first) return;
      const outcome = await saveEntry(toRequest(draft));
      if (outcome.ok) return this.setData({ busy: false, done: words.saved });
      const field = FIELD_OF[outcome.code];
      const text = failureText(outcome);
      this.setData({ busy: false, problems: field ? { [field]: text } : {}, refusal: text });
    },
    async onErase() {
      const { busy, entryId } = this.data;
      if (busy) return;
      const { confirm } = await wx.showModal({
        title: words.eraseTitle,
        content: words.eraseAsk,
        confirmText: words.eraseYes,
        cancelText: words.eraseNo,
      });
      if (!confirm) return;
      this.setData({ busy: true, refusal: '' });
      const outcome = await eraseEntry(entryId);
      this.setData({
        busy: false,
        ...(outcome.ok ? { done: words.erased } : { refusal: failureText(outcome) }),
      });
    },
    onBack() {
      if (getCurrentPages().length > 1) void wx.navigateBack();
      else void wx.redirectTo({ url: '/pages/roster/index' });
    },
  },
});
