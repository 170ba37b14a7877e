import type { ErrorCode, Request } from '../../typings/contract';
import type { Desk, Post, SessionDocument, Span } from '../../typings/documents/event';
import { slotsOf } from './desks';
import { SEAT } from './session';
import { isPlausibleSpan } from './span';

/** 工作人员填的一张表：发的时候、改的时候都是它。 */
export type Form = Pick<
  Request<'activities.publish'>,
  | 'activity'
  | 'pillar'
  | 'title'
  | 'summary'
  | 'place'
  | 'spot'
  | 'coverFileId'
  | 'seats'
  | 'deadlineHours'
  | 'cutOffHours'
  | 'audience'
  | 'companions'
  | 'questions'
  | 'desks'
>;

const HOUR = 3_600_000;
const EVERYBODY: Post['roles'] = ['member', 'squadLeader', 'staff'];

/** 表里说不通的地方。`opensAt`: from when on it is seen. */
export function formRefusal(form: Form, span: Span, opensAt: number, now: number): ErrorCode | null {
  if (span.endsAt <= now) return 'past';
  const ordered = form.cutOffHours <= form.deadlineHours && opensAt <= span.startsAt;
  const withChildren = form.audience !== 'youth' || form.companions > 0;
  const right =
    isPlausibleSpan(span, now) && ordered && withChildren && areQuestions(form) && areDesks(form.desks, span);
  return right ? null : 'bad_request';
}

/** What the form says of the document, at this time. */
export function formFields(form: Form, span: Span) {
  const { activity, pillar, title, summary, place, spot, audience, companions, questions, desks } = form;
  const described = { activity, pillar, title, summary, place, spot };
  return { ...described, audience, companions, questions, desks, ...span, ...timesOf(form, span) };
}

/** Sign-up ends, and later the waitlist's promotions do. */
export function timesOf({ deadlineHours, cutOffHours }: Form, { startsAt }: Span) {
  const before = (hours: number) => startsAt - Math.round(hours * HOUR);
  return { deadline: before(deadlineHours), cutOff: before(cutOffHours) };
}

export const coverOf = ({ coverFileId }: Form): SessionDocument['cover'] =>
  coverFileId === null ? null : { fileId: coverFileId, state: 'waiting' };

export const postsOf = ({ seats }: Form): Post[] =>
  seats === null ? [] : [{ code: SEAT, title: '座位', headCount: seats, roles: EVERYBODY }];

/** The words that others will read. */
export const sessionWords = ({
  title,
  place,
  summary,
  questions,
  desks,
}: Pick<SessionDocument, 'title' | 'place' | 'summary' | 'questions' | 'desks'>): string[] => [
  title,
  place,
  summary,
  ...questions.flatMap(({ text, options }) => [text, ...options]),
  ...desks.map((desk) => desk.title),
];

function areQuestions({ questions, seats }: Form): boolean {
  const different = questions.every(({ options }) => new Set(options).size === options.length);
  const ids = questions.map(({ questionId }) => questionId);
  return different && new Set(ids).size === ids.length && (seats !== null || ids.length === 0);
}

/** Each with a slot at least, while the activity goes on. */
function areDesks(desks: Desk[], { startsAt, endsAt }: Span): boolean {
  const ids = desks.map(({ deskId }) => deskId);
  const inside = desks.every((desk) => desk.from >= startsAt && desk.to <= endsAt && slotsOf(desk) > 0);
  return inside && new Set(ids).size === ids.length;
}
