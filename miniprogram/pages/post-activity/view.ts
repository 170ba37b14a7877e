import { headView } from '../../components/session-head/view';
import { sessionView } from '../../components/session-card/view';
import { audienceText } from '../../texts/session';
import { post as words } from '../../texts/words/post-activity';
import { crossesMidnight, dateText, spanText } from '../../utils/calendar';
import type { Draft } from './draft';
import { spansOf } from './draft';
import { cutOffHoursOf, previewOf } from './request';

export const DEADLINES = [0, 1, 2, 12, 24, 48, 72, 168].map((hours) => ({
  hours,
  name: deadlineText(hours),
}));
export const AUDIENCES = (['all', 'veterans', 'youth'] as const).map((code) => ({
  code,
  name: audienceText(code),
}));
export const MINUTES = [5, 10, 15, 20, 30].map((minutes) => ({
  minutes,
  name: `${minutes} ${words.minute}`,
}));

/** 候补截止以后空出来的位子，谁来安排。 */
const cutOffText = (hours: number) =>
  hours > 0 ? `开始前 ${hours} 小时以内空出来的位子，由您给排队的人。` : '';

function deadlineText(hours: number): string {
  if (hours === 0) return '开始前都能报';
  return hours >= 24 && hours % 24 === 0 ? `开始前 ${hours / 24} 天` : `开始前 ${hours} 小时`;
}

/** What the form shows beside the draft. */
export function formView(draft: Draft, present: number) {
  const youth = draft.audience === 'youth';
  return {
    date: dateText(draft.date, present),
    end: crossesMidnight(draft) ? `${words.nextDay} ${draft.end}` : draft.end,
    weeks:
      draft.weeks > 1
        ? spansOf(draft).map(({ startsAt, endsAt }) => spanText(startsAt, endsAt, present))
        : [],
    deadline: deadlineText(draft.deadlineHours),
    cutOff: cutOffText(cutOffHoursOf(draft)),
    openDate: dateText(draft.openDate, present),
    companions: youth ? words.children : words.companions,
    least: youth ? 1 : 0,
    mayBeOnce: draft.weeks > 1 && draft.signUp && draft.desks.length === 0,
  };
}

export type FormView = ReturnType<typeof formView>;

/** 发之前，大家看到的样子。 */
export function previewView(draft: Draft, present: number) {
  const preview = previewOf(draft, present);
  return {
    card: sessionView({ ...preview, mine: null }),
    head: headView(preview),
    asks: preview.questions.map(({ text, options }) => [text, options.join('、')].filter(Boolean).join('：')),
    desks: preview.desks.map(({ title, from, to, minutes }) => {
      return `${words.desks} ${title}，${spanText(from, to, present)}，一位 ${minutes} ${words.minute}`;
    }),
    weeks: formView(draft, present).weeks,
  };
}

export type PreviewView = ReturnType<typeof previewView>;
