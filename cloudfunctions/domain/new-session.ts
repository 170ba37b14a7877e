import type { ErrorCode, Request } from '../../typings/contract';
import type { SessionDocument, Span } from '../../typings/documents/event';
import type { MemberDocument } from '../../typings/documents/member';
import { reminderTime } from './quiet';
import { SEAT } from './session';
import { coverOf, formFields, formRefusal, postsOf, timesOf } from './session-form';

type Publication = Request<'activities.publish'>;

/** 能不能发：every session of a series by itself, one after the other. */
export function publishRefusal(request: Publication, now: number): ErrorCode | null {
  const { spans, seriesSignUp, seats, desks } = request;
  const inOrder = spans.every(({ startsAt }, index) => startsAt >= (spans[index - 1]?.endsAt ?? 0));
  const oneSignUp = !seriesSignUp || (spans.length > 1 && seats !== null && desks.length === 0);
  if (!inOrder || !oneSignUp) return 'bad_request';
  const opensAt = Math.max(request.opensAt ?? now, now);
  const refusals = spans.map((span, index) => formRefusal(nthForm(request, index), span, opensAt, now));
  const refusal = refusals.find((found) => found !== null);
  if (refusal) return refusal;
  const closed = spans.some((span) => timesOf(request, span).deadline <= opensAt);
  return seats !== null && closed ? 'bad_request' : null;
}

/** 一场，或者一个系列；`ids` in the order of the spans. */
export function newSessions(
  request: Publication,
  ids: string[],
  author: MemberDocument,
  now: number,
): SessionDocument[] {
  const [head = ''] = ids;
  return request.spans.map((span, index) => {
    const kept = request.seriesSignUp && index > 0 ? [] : postsOf(request);
    const opensAt = Math.max(request.opensAt ?? now, now);
    return {
      _id: ids[index] ?? head,
      v: 1,
      studioId: request.studioId,
      kind: 'session',
      ...formFields(nthForm(request, index), span),
      cover: coverOf(request),
      seriesId: ids.length > 1 ? head : null,
      seriesSignUp: request.seriesSignUp,
      more: request.seriesSignUp && index === 0 ? othersOf(request.spans, ids) : [],
      opensAt,
      remindAt: request.seats === null ? null : reminderTime(span.startsAt, opensAt),
      state: 'open',
      posts: kept,
      roster: [],
      joined: kept.length > 0 ? { [SEAT]: 0 } : {},
      held: 0,
      bookings: [],
      notices: [],
      unsent: 0,
      rev: 0,
      changes: [],
      cancelledFor: '',
      closedAt: null,
      createdBy: author._id,
      createdAt: now,
    };
  });
}

/** The form tells the desks of the first session; in the others they stand as long after the start. */
function nthForm(request: Publication, index: number): Publication {
  const shift = (request.spans[index]?.startsAt ?? 0) - (request.spans[0]?.startsAt ?? 0);
  const desks = request.desks.map((desk) => ({ ...desk, from: desk.from + shift, to: desk.to + shift }));
  return { ...request, desks };
}

const othersOf = (spans: Span[], ids: string[]): SessionDocument['more'] =>
  spans.map(({ startsAt, endsAt }, index) => ({ sessionId: ids[index] ?? '', startsAt, endsAt })).slice(1);
