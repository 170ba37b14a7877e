import type { ErrorCode, GridLine } from '../../../typings/contract';
import { loading } from '../../behaviors/loading';
import { screen } from '../../behaviors/screen';
import { dropGrid, readGrids, saveGrid } from '../../services/grids';
import { failureText, SENTENCES } from '../../texts/errors';
import { grids as words } from '../../texts/words/grids';

type Field = 'name' | 'lanes' | 'households' | 'leader';
type Typed = WechatMiniprogram.CustomEvent<{ value: string }, object, { field: Field }>;

/** Refusals that belong to one field. */
const FIELD_OF: Partial<Record<ErrorCode | 'network', Field>> = {
  grid_name_taken: 'name',
  no_such_person: 'leader',
  id_number: 'leader',
};
const MOST_HOUSEHOLDS = 9999;

/** 加一个网格，或者改一个。 */
Component({
  behaviors: [screen, loading],
  data: {
    words,
    gridId: '',
    rev: 0,
    form: { name: '', lanes: '', households: '', leader: '' } as Record<Field, string>,
    problems: {} as Partial<Record<Field, string>>,
    refusal: '',
    busy: false,
  },
  methods: {
    onLoad(query: { gridId?: string }) {
      this.refreshLook();
      this.setData({ gridId: query.gridId ?? '' });
      if (query.gridId) void this.refresh();
      else this.setData({ phase: 'ready' });
    },
    async refresh() {
      await this.follow(readGrids(), ({ grids }) => this.opened(grids));
    },
    opened(grids: GridLine[]) {
      const grid = grids.find(({ gridId }) => gridId === this.data.gridId);
      if (!grid) return { phase: 'failed', problem: SENTENCES.not_found, final: true };
      const { rev, name, lanes, households, leader } = grid;
      return { rev, form: { name, lanes, households: String(households), leader } };
    },
    onText(event: Typed) {
      const { field } = event.currentTarget.dataset;
      this.setData({ [`form.${field}`]: event.detail.value, problems: {}, refusal: '' });
    },
    async onSave() {
      const { form, gridId, rev, busy } = this.data;
      if (busy) return;
      const name = form.name.trim();
      const households = Number(form.households.trim() || 'none');
      const counted = Number.isInteger(households) && households >= 0 && households <= MOST_HOUSEHOLDS;
      const problems: Partial<Record<Field, string>> = {
        ...(name ? {} : { name: words.problems.name }),
        ...(counted ? {} : { households: words.problems.households }),
      };
      const [first] = Object.values(problems);
      this.setData({ problems, refusal: first ?? '', busy: !first });
      if (first) return;
      const grid = { name, lanes: form.lanes.trim(), households, leader: form.leader.trim() };
      const outcome = await saveGrid({ gridId: gridId || null, rev, grid });
      this.setData({ busy: false });
      if (outcome.ok) return wx.navigateBack();
      const text = failureText(outcome);
      const field = FIELD_OF[outcome.code];
      this.setData({ problems: field ? { [field]: text } : {}, refusal: text });
      // What somebody else wrote meanwhile is what may be changed now.
      if (outcome.code === 'grid_changed') await this.refresh();
    },
    async onDrop() {
      const { gridId, rev, busy } = this.data;
      if (busy) return;
      const { confirm } = await wx.showModal({
        title: words.dropTitle,
        content: words.dropAsk,
        confirmText: words.dropYes,
        cancelText: words.dropNo,
      });
      if (!confirm) return;
      this.setData({ busy: true, refusal: '' });
      const outcome = await dropGrid(gridId, rev);
      this.setData({ busy: false });
      if (outcome.ok || outcome.code === 'not_found') return wx.navigateBack();
      this.setData({ refusal: failureText(outcome) });
      if (outcome.code === 'grid_changed') await this.refresh();
    },
  },
});
