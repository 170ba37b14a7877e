import type { Request } from '../../typings/contract';
import type { MemberDocument } from '../../typings/documents/member';
import { roleIn } from '../domain/access';
import type { Claims } from '../domain/claims';
import { standingOf } from '../domain/shift-view';
import { joinRefusal } from '../domain/sign-up';
import { entered } from '../platform/sign-up/entered';
import { pushEntry } from '../platform/store/event-roster';
import { shiftById } from '../platform/store/events';
import { done, refuse } from '../platform/use-case';

/** 排进名单：whoever has claimed the time comes to the end of the queue; `by`: who signed them up, if not they themselves. */
export async function takePlace(
  request: Request<'patrols.join'>,
  member: MemberDocument,
  { claims, by }: { claims: Claims; by: string | null },
  now: number,
) {
  const { studioId, shiftId, requestId, post } = request;
  const role = roleIn(member, studioId);
  if (role === 'visitor') return refuse('not_member');
  const entry = {
    entryId: requestId,
    memberId: member._id,
    name: member.name,
    post,
    seats: 1,
    at: now,
    leftAt: null,
    by,
  };
  const pushed = await pushEntry(request, entry, role);
  const tap = { entryId: requestId, member, role, claims };
  const readAgain = () => shiftById(studioId, shiftId, member._id);
  const { event: shift, stands } = await entered(pushed, readAgain, tap, now);
  const standing = shift && stands ? standingOf(shift, member._id) : null;
  return standing ? done(standing) : refuse(joinRefusal(shift, request, { memberId: member._id, role }, now));
}
