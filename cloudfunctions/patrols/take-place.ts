import type { Request } from '../../typings/contract';
import type { ShiftDocument } from '../../typings/documents/event';
import type { Claim, MemberDocument } from '../../typings/documents/member';
import { roleIn } from '../domain/access';
import { verdict } from '../domain/claims';
import { standingOf } from '../domain/shift-view';
import { joinRefusal } from '../domain/sign-up';
import { pushEntry } from '../platform/store/event-roster';
import { shiftById } from '../platform/store/events';
import { takeBack } from '../platform/store/members';
import { done, refuse } from '../platform/use-case';

/** 排进名单：whoever has claimed the time comes to the end of the queue; `by`: who signed them up, if not they themselves. */
export async function takePlace(
  request: Request<'patrols.join'>,
  member: MemberDocument,
  { claim, by }: { claim: Claim; by: string | null },
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
  const joined = await pushEntry(request, entry, role);
  const shift = joined ?? (await shiftById(studioId, shiftId, member._id));
  const standing = shift && (joined || isRepeat(shift, requestId)) ? standingOf(shift, member._id) : null;
  if (standing) return done(standing);
  const me = { memberId: member._id, role };
  // Only a tap that I have left since is refused while its claim could still seem to be under way.
  if (verdict(claim, shift ?? undefined, me, now) === 'pending') await takeBack({ _id: member._id }, [claim]);
  return refuse(joinRefusal(shift, request, me, now));
}

/** The answer to an earlier call got lost: the same tap is answered again. */
function isRepeat(shift: ShiftDocument, requestId: string): boolean {
  return shift.roster.some((entry) => entry.entryId === requestId && entry.leftAt === null);
}
