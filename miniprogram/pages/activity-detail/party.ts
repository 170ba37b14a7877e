import type { SessionDetail } from '../../../typings/contract';
import type { Party } from '../../services/activities';
import { activity as words } from '../../texts/words/activity-detail';

/** 报名时填的：另外几位、孩子的年龄段、回答（按题号）。 */
export interface PartyForm {
  companions: number;
  youth: NonNullable<Party['youth']> | '';
  answers: Record<string, string>;
}

export const emptyParty = (): PartyForm => ({ companions: 0, youth: '', answers: {} });

/** At least one child comes along where it is for children; never more than this activity takes. */
export function fitted(form: PartyForm, { audience, companions }: SessionDetail): PartyForm {
  const least = audience === 'youth' ? 1 : 0;
  return { ...form, companions: Math.min(Math.max(form.companions, least), companions) };
}

export const seatsOf = ({ companions }: PartyForm) => companions + 1;

/** What is plainly missing; everything else is the server's to judge. */
export function partyProblem(form: PartyForm, { audience, questions }: SessionDetail): string {
  if (audience === 'youth' && !form.youth) return words.problems.youth;
  const open = questions.some(({ questionId, required }) => required && !form.answers[questionId]?.trim());
  return open ? words.problems.answers : '';
}

/** 要填的才问。 */
export function partyView(form: PartyForm, detail: SessionDetail) {
  const asksChildren = detail.audience === 'youth';
  return {
    asks: detail.companions > 0 || detail.questions.length > 0,
    companions: detail.companions,
    least: asksChildren ? 1 : 0,
    label: asksChildren ? words.children : words.companions,
    unit: asksChildren ? words.child : words.unit,
    note: asksChildren
      ? words.partyNote.youth
      : form.companions === 0
        ? words.partyNote.one
        : `连您一共 ${seatsOf(form)} 位`,
    youth: asksChildren,
    questions: detail.questions.map(({ questionId, text, options, required }) => ({
      questionId,
      text: required ? text + words.must : text,
      options,
      answer: form.answers[questionId] ?? '',
    })),
  };
}

export type PartyView = ReturnType<typeof partyView>;

export function toParty(form: PartyForm, { questions, audience }: SessionDetail): Party {
  const asked = questions.map(({ questionId }) => questionId);
  return {
    companions: form.companions,
    youth: audience === 'youth' && form.youth ? form.youth : null,
    answers: asked.flatMap((questionId) => {
      const text = form.answers[questionId]?.trim() ?? '';
      return text ? [{ questionId, text }] : [];
    }),
  };
}
