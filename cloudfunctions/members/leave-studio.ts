import type { MemberDocument } from '../../typings/documents';
import { membershipIn } from '../domain/access';
import { stepBack } from '../platform/step-back';
import { dropMembership } from '../platform/store/memberships';
import { answerAsking, untieEntries } from '../platform/store/roster-entries';
import { removeStaff } from '../platform/store/staff';
import { studioById } from '../platform/store/studios';

/** 离开一个工作室：先让出将来的班，再离开。False: the last member of staff stays. Repeating it completes it. */
export async function leaveStudio(member: MemberDocument, studioId: string, now: number): Promise<boolean> {
  const memberId = member._id;
  if (!(await removeStaff(studioId, memberId))) {
    const studio = await studioById.fresh(studioId, now);
    if (studio?.staff.includes(memberId)) return false;
  }
  const coming = member.claims.filter((claim) => claim.studioId === studioId && claim.to > now);
  for (const { ref, post } of coming) await stepBack(studioId, ref, { memberId, post }, now);
  const asking = membershipIn(member, studioId)?.asking;
  if (asking) await answerAsking(studioId, asking, memberId);
  await untieEntries(studioId, memberId);
  await dropMembership(member.openid, studioId);
  return true;
}
