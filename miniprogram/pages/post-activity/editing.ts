import { dateField, now } from '../../utils/calendar';
import type { DeskDraft, Draft } from './draft';
import { keepDraft } from './draft';
import type { Problems } from './request';
import type { FormView } from './view';
import { AUDIENCES, DEADLINES, formView, MINUTES } from './view';

type Data = WechatMiniprogram.IAnyObject;
type Picked<D extends Data> = WechatMiniprogram.CustomEvent<{ value: string }, object, D>;
type Counted = WechatMiniprogram.CustomEvent<{ value: number }, object, { field: 'weeks' | 'companions' }>;
type Tapped<D extends Data> = WechatMiniprogram.CustomEvent<object, object, D>;

const MOST_QUESTIONS = 10;
const DESK_IDS = ['d1', 'd2', 'd3', 'd4', 'd5', 'd6'];

/** 填表：每改一下就存在手机里。 */
export const editing = Behavior({
  data: {
    copied: '',
    draft: {} as Draft,
    form: null as FormView | null,
    ownQuestion: '',
    problems: {} as Problems,
    refusal: '',
    deadlines: DEADLINES,
    audiences: AUDIENCES,
    deskMinutes: MINUTES,
    earliest: dateField(now()),
  },
  methods: {
    edit(change: Partial<Draft>) {
      const draft = { ...this.data.draft, ...change };
      keepDraft(draft, this.data.copied);
      this.setData({ draft, form: formView(draft, now()), problems: {}, refusal: '' });
    },
    /** Date, hours, words: the field's name says which. */
    onValue(event: Picked<{ field: keyof Draft }>) {
      this.edit({ [event.currentTarget.dataset.field]: event.detail.value });
    },
    onCount(event: Counted) {
      this.edit({ [event.currentTarget.dataset.field]: event.detail.value });
    },
    onSeats(event: Picked<object>) {
      this.edit({ seats: Number(event.detail.value) });
    },
    onDeadline(event: Picked<object>) {
      this.edit({ deadlineHours: DEADLINES[Number(event.detail.value)]?.hours ?? 24 });
    },
    onAudience(event: Tapped<{ audience: Draft['audience'] }>) {
      const { audience } = event.currentTarget.dataset;
      const { companions } = this.data.draft;
      this.edit({ audience, companions: audience === 'youth' ? Math.max(companions, 1) : companions });
    },
    /** 要不要报名、怎么报名、现在发还是到时候发。 */
    onFlag(event: Tapped<{ field: 'signUp' | 'seriesSignUp' | 'later'; on: boolean }>) {
      const { field, on } = event.currentTarget.dataset;
      this.edit({ [field]: on });
    },
    onOwnQuestion(event: Picked<object>) {
      this.setData({ ownQuestion: event.detail.value });
    },
    onAddQuestion() {
      const text = this.data.ownQuestion.trim();
      const { questions } = this.data.draft;
      if (!text || questions.length >= MOST_QUESTIONS) return;
      const numbers = questions.map(({ questionId }) => Number(questionId.slice(1)));
      const questionId = `q${Math.max(0, ...numbers) + 1}`;
      this.setData({ ownQuestion: '' });
      this.edit({ questions: [...questions, { questionId, text, options: [], required: false }] });
    },
    onRequired(event: Tapped<{ index: number }>) {
      const { index } = event.currentTarget.dataset;
      const turned = this.data.draft.questions.map((question, nth) =>
        nth === index ? { ...question, required: !question.required } : question,
      );
      this.edit({ questions: turned });
    },
    onDropQuestion(event: Tapped<{ index: number }>) {
      const { index } = event.currentTarget.dataset;
      this.edit({ questions: this.data.draft.questions.filter((_question, nth) => nth !== index) });
    },
    onAddDesk() {
      const { desks, start } = this.data.draft;
      const deskId = DESK_IDS.find((id) => !desks.some((desk) => desk.deskId === id));
      if (deskId) this.edit({ desks: [...desks, { deskId, title: '', from: start, minutes: 10 }] });
    },
    onDropDesk(event: Tapped<{ index: number }>) {
      const { index } = event.currentTarget.dataset;
      this.edit({ desks: this.data.draft.desks.filter((_desk, nth) => nth !== index) });
    },
    onDesk(event: Picked<{ index: number; field: 'title' | 'from' }>) {
      const { index, field } = event.currentTarget.dataset;
      this.changeDesk(index, { [field]: event.detail.value });
    },
    onDeskMinutes(event: Picked<{ index: number }>) {
      const { index } = event.currentTarget.dataset;
      this.changeDesk(index, { minutes: MINUTES[Number(event.detail.value)]?.minutes ?? 10 });
    },
    changeDesk(index: number, change: Partial<DeskDraft>) {
      const { desks } = this.data.draft;
      this.edit({ desks: desks.map((desk, nth) => (nth === index ? { ...desk, ...change } : desk)) });
    },
  },
});
