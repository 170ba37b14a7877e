import type { Request } from '../../typings/contract';
import { judge } from '../../typings/contract/reviews';
import type { MemberDocument } from '../../typings/documents/member';
import { checkOf } from '../domain/checks';
import { settlePicture } from '../platform/settle-avatar';
import { settleNameAs } from '../platform/settle-name';
import { eventToReview, settleWords } from '../platform/store/checks';
import { memberById } from '../platform/store/memberships';
import { studioById } from '../platform/store/studios';
import { type ByMember, done, refuse, useCase } from '../platform/use-case';

/** 通过，或者不通过；自己写的由别的工作人员看，只有一位工作人员时才自己看。 */
export default useCase({
  action: 'members.judge',
  schema: judge,
  admission: 'write',
  audit: ({ what, memberId, eventId }) => ({ record: memberId ?? eventId ?? '', fields: [what] }),
  async run(request, me) {
    const seen = request.what === 'words' ? await wordsSeen(request) : await personSeen(request);
    if (!seen) return refuse('not_found');
    if (seen.author === me.member._id && !(await isAlone(request.studioId, me))) return refuse('own_words');
    return (await seen.settle(request, me.now)) ? done({ passed: request.pass }) : refuse('not_found');
  },
});

type Judge = Request<'members.judge'>;
interface Seen {
  author: string;
  /** False: it has been changed or settled since it was looked at. */
  settle(request: Judge, now: number): Promise<boolean>;
}

async function wordsSeen({ studioId, eventId, at }: Judge): Promise<Seen | null> {
  const event = eventId === null ? null : await eventToReview(studioId, eventId);
  const check = event?.check;
  if (!event || check?.at !== at) return null;
  return {
    author: event.createdBy,
    settle: ({ pass, reason }) => {
      const next = checkOf(pass ? 'pass' : 'risky', at);
      return settleWords(event, check, next && { ...next, reason });
    },
  };
}

async function personSeen({ studioId, what, memberId, at }: Judge): Promise<Seen | null> {
  const member = memberId === null ? null : await memberById(memberId, studioId);
  if (!member) return null;
  return what === 'name' ? nameSeen(member, at) : pictureSeen(member, at);
}

function nameSeen(member: MemberDocument, at: number): Seen | null {
  const { check } = member;
  if (check?.state !== 'review' || check.at !== at) return null;
  return {
    author: member._id,
    settle: ({ pass, reason }, now) =>
      settleNameAs(member, check, pass ? 'pass' : 'risky', now, pass ? '' : reason),
  };
}

function pictureSeen(member: MemberDocument, at: number): Seen | null {
  const { avatar } = member;
  if (avatar?.state !== 'review' || avatar.at !== at) return null;
  return {
    author: member._id,
    settle: ({ pass, reason }) =>
      settlePicture(member, avatar, pass ? 'passed' : 'refused', pass ? '' : reason),
  };
}

async function isAlone(studioId: string, { member, now }: ByMember): Promise<boolean> {
  const studio = await studioById.fresh(studioId, now);
  return studio !== null && studio.staff.every((memberId) => memberId === member._id);
}
