import type { ErrorCode, Studio } from '../../../typings/contract';
import { loading } from '../../behaviors/loading';
import { screen } from '../../behaviors/screen';
import { readStudioAnew } from '../../services/members';
import { postShift } from '../../services/patrols';
import { failureText } from '../../texts/errors';
import { WORKS } from '../../texts/labels';
import { post as words } from '../../texts/words/post-shift';
import { crossesMidnight, dateField, dateText, now } from '../../utils/calendar';
import type { Draft, Field, Problems } from './draft';
import { dropDraft, keepDraft, openDraft, problemsOf, toRequest } from './draft';

const WORK_CHIPS = Object.entries(WORKS).map(([code, name]) => ({ code, name }));

/** Refusals that belong to one field; all of them also stand above the button, where the eye is. */
const FIELD_OF: Partial<Record<ErrorCode | 'network', Field>> = {
  past: 'past',
  bad_text: 'place',
  unsafe_text: 'place',
};

/** 发值勤 */
Component({
  behaviors: [screen, loading],
  data: {
    words,
    works: WORK_CHIPS,
    grids: [] as Studio['grids'],
    gridName: '',
    draft: {} as Draft,
    dateShown: '',
    endShown: '',
    earliest: '',
    problems: {} as Problems,
    refusal: '',
    sending: false,
  },
  methods: {
    onLoad() {
      this.refreshLook();
      this.setData({ earliest: dateField(now()), draft: openDraft(now()) });
      void this.refresh();
    },
    async refresh() {
      if (await this.follow(readStudioAnew(), ({ grids }) => ({ grids }))) this.edit({});
    },
    edit(change: Partial<Draft>) {
      const draft = { ...this.data.draft, ...change };
      const gridName = this.data.grids.find(({ gridId }) => gridId === draft.gridId)?.name ?? '';
      keepDraft(draft);
      const dateShown = dateText(draft.date, now());
      const endShown = crossesMidnight(draft) ? `${words.nextDay} ${draft.end}` : draft.end;
      this.setData({ draft, gridName, dateShown, endShown, problems: {}, refusal: '' });
    },
    onWork(event: WechatMiniprogram.CustomEvent<object, object, { work: Draft['work'] }>) {
      this.edit({ work: event.currentTarget.dataset.work });
    },
    onGrid(event: WechatMiniprogram.PickerChange) {
      this.edit({ gridId: this.data.grids[Number(event.detail.value)]?.gridId ?? '' });
    },
    onSpan(
      event: WechatMiniprogram.CustomEvent<{ value: string }, object, { field: 'date' | 'start' | 'end' }>,
    ) {
      this.edit({ [event.currentTarget.dataset.field]: event.detail.value });
    },
    onCount(
      event: WechatMiniprogram.CustomEvent<{ value: number }, object, { field: 'members' | 'leaders' }>,
    ) {
      this.edit({ [event.currentTarget.dataset.field]: event.detail.value });
    },
    onText(event: WechatMiniprogram.CustomEvent<{ value: string }, object, { field: 'place' | 'bring' }>) {
      this.edit({ [event.currentTarget.dataset.field]: event.detail.value });
    },
    async onSend() {
      if (this.data.sending) return;
      const problems = problemsOf(this.data.draft, now());
      const [first] = Object.values(problems);
      this.setData({ problems, refusal: first ?? '', sending: !first });
      if (first) return;
      const outcome = await postShift(toRequest(this.data.draft));
      this.setData({ sending: false });
      if (outcome.ok) {
        dropDraft();
        void wx.redirectTo({ url: `/pages/shift-detail/index?shiftId=${outcome.data.shiftId}` });
        return;
      }
      const field = FIELD_OF[outcome.code];
      const text = failureText(outcome);
      this.setData({ problems: field ? { [field]: text } : {}, refusal: text });
    },
  },
});
