import type { ErrorCode, Request } from '../../typings/contract';
import type { Audience, Entry, SessionDocument } from '../../typings/documents/event';
import type { MemberDocument } from '../../typings/documents/member';
import { type Claims, claimsOf } from './claims';
import { present } from './roster';
import { isFollower, isUnopened, lastEnd, SEAT, seatPost } from './session';
import { spanRefusal } from './span';

type Join = Request<'activities.join'>;

/** 说不通的报名，不必去问数据库：children come with somebody, and each question has one answer. */
export function requestRefusal(request: Join, now: number): ErrorCode | null {
  const { youth, companions, answers } = request;
  const asked = new Set(answers.map(({ questionId }) => questionId));
  if ((youth && companions === 0) || asked.size < answers.length) return 'bad_request';
  return spanRefusal(request, now);
}

/** An empty answer is none. */
export const answeredOnly = (request: Join): Join => ({
  ...request,
  answers: request.answers.filter(({ text }) => text !== ''),
});

/** 报一场活动要占的时间。 */
export const sessionClaims = ({ studioId, sessionId, startsAt, endsAt, more }: Join, now: number): Claims =>
  claimsOf({ studioId, shiftId: sessionId, post: SEAT, startsAt, endsAt, more }, now);

/** The queue entry that a request makes. */
export function entryOf(request: Join, member: MemberDocument, now: number): Entry {
  const answers = Object.fromEntries(request.answers.map(({ questionId, text }) => [questionId, text]));
  return {
    entryId: request.requestId,
    memberId: member._id,
    name: member.name,
    post: SEAT,
    seats: 1 + request.companions,
    at: now,
    leftAt: null,
    by: null,
    ...(request.youth && { youth: request.youth }),
    ...(request.answers.length > 0 && { answers }),
  };
}

/** 这样报名的人，能报写给谁的活动。 */
export function audiencesFor({ youth }: Pick<Join, 'youth'>, { veteran }: MemberDocument): Audience[] {
  if (youth) return ['youth'];
  return veteran ? ['all', 'veterans'] : ['all'];
}

/** 报名没成的原因，按固定先后；guard and reasons say the same, one for the database, one for people. */
export function joinSessionRefusal(
  session: SessionDocument | null,
  request: Join,
  member: MemberDocument,
  now: number,
): ErrorCode {
  if (!session || isUnopened(session, now)) return 'not_found';
  if (session.state !== 'open') return 'closed';
  if (session.endsAt <= now) return 'past';
  if (present(session).some(({ memberId }) => memberId === member._id)) return 'already_joined';
  if (isFollower(session) || !seatPost(session)) return 'no_such_post';
  if (session.deadline <= now) return 'too_late';
  if (session.startsAt !== request.startsAt || session.endsAt !== request.endsAt) return 'changed';
  if (!audiencesFor(request, member).includes(session.audience)) return 'not_for_you';
  if (request.companions > session.companions) return 'too_many_seats';
  return areAnswered(session, request.answers) ? 'changed' : 'answers_missing';
}

function areAnswered({ questions }: SessionDocument, answers: Join['answers']): boolean {
  const known = answers.every(({ questionId }) => questions.some((asked) => asked.questionId === questionId));
  return (
    known &&
    questions.every(({ questionId, required, options }) => {
      const answer = answers.find((given) => given.questionId === questionId);
      if (!answer) return !required;
      return options.length === 0 || options.includes(answer.text);
    })
  );
}

/** 退出没成的原因。 */
export function leaveSessionRefusal(
  session: SessionDocument | null,
  memberId: string,
  now: number,
): ErrorCode {
  if (!session || isUnopened(session, now)) return 'not_found';
  if (lastEnd(session) <= now) return 'past';
  return present(session).some((entry) => entry.memberId === memberId) ? 'changed' : 'not_joined';
}
