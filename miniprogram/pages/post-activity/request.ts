import type { Request, SessionDetail } from '../../../typings/contract';
import { post as words } from '../../texts/words/post-activity';
import { at, endsOf } from '../../utils/calendar';
import type { Draft } from './draft';
import { opensAt, spansOf } from './draft';

const HOUR = 3_600_000;
/** 候补截止：开始前两小时，除非报名截止得更晚。 */
const CUT_OFF_HOURS = 2;

export const cutOffHoursOf = ({ deadlineHours }: Pick<Draft, 'deadlineHours'>) =>
  Math.min(deadlineHours, CUT_OFF_HOURS);

export type Field = keyof typeof words.problems;
export type Problems = Partial<Record<Field, string>>;

/** What is plainly missing; everything else is the server's to judge. */
export function problemsOf(draft: Draft, present: number): Problems {
  const { title, place, signUp, seats, deadlineHours } = draft;
  const { startsAt, endsAt } = endsOf(draft);
  const opens = opensAt(draft);
  const deadline = signUp ? startsAt - deadlineHours * HOUR : startsAt;
  const wrong: Record<Field, boolean> = {
    title: !title.trim() || /[：:]\s*$/.test(title),
    past: startsAt < present,
    end: startsAt >= endsAt,
    place: !place.trim(),
    seats: signUp && !(Number.isInteger(seats) && seats >= 1 && seats <= 2000),
    deadline: deadline <= present && startsAt >= present,
    desks: desksOf(draft).some(({ title: who, from, to, minutes }) => {
      return !who || from < startsAt || to - from < minutes * 60_000;
    }),
    opens: opens !== null && (opens <= present || opens >= deadline),
  };
  const fields = Object.keys(words.problems) as Field[];
  return Object.fromEntries(fields.filter((field) => wrong[field]).map((f) => [f, words.problems[f]]));
}

const desksOf = (draft: Draft) =>
  draft.desks.map(({ deskId, title, from, minutes }) => ({
    deskId,
    title: title.trim(),
    from: at(draft.date, from),
    to: endsOf(draft).endsAt,
    minutes,
  }));

export function toRequest(draft: Draft): Omit<Request<'activities.publish'>, 'studioId'> {
  const { requestId, activity, pillar, spot, coverFileId, deadlineHours, audience } = draft;
  const { signUp, seats, weeks, seriesSignUp, questions } = draft;
  const desks = desksOf(draft);
  const closes = signUp ? deadlineHours : 0;
  return {
    ...{ requestId, activity, pillar, spot, coverFileId, audience, desks },
    title: draft.title.trim(),
    summary: draft.summary.trim(),
    place: draft.place.trim(),
    seats: signUp ? seats : null,
    deadlineHours: closes,
    cutOffHours: cutOffHoursOf({ deadlineHours: closes }),
    companions: signUp ? Math.max(draft.companions, audience === 'youth' ? 1 : 0) : 0,
    questions: signUp ? questions : [],
    spans: spansOf(draft),
    seriesSignUp: seriesSignUp && weeks > 1 && signUp && desks.length === 0,
    opensAt: opensAt(draft),
  };
}

/** 老兵会看到的那一场，还没发。 */
export function previewOf(draft: Draft, present: number): SessionDetail {
  const { spans, seats, deadlineHours, cutOffHours, coverFileId, desks, ...form } = toRequest(draft);
  const { startsAt, endsAt } = endsOf(draft);
  const once = form.seriesSignUp ? spans.slice(1) : [];
  return {
    ...form,
    sessionId: '',
    startsAt,
    endsAt,
    status: 'open',
    seats: seats === null ? null : { all: seats, free: seats },
    head: null,
    cover: coverFileId,
    opensAt: form.opensAt ?? present,
    deadline: startsAt - deadlineHours * HOUR,
    cutOff: startsAt - cutOffHours * HOUR,
    more: once.map((span, index) => ({ sessionId: String(index), ...span })),
    mine: null,
    people: [],
    waiting: 0,
    desks: desks.map((desk) => ({ ...desk, nextFree: desk.from, mine: null })),
    changes: [],
    check: null,
    cancelledFor: '',
    rev: 0,
    follow: null,
    can: [],
  };
}
