import type { MemberDocument } from '../../typings/documents/member';
import { membershipIn } from '../domain/access';
import { giveUp } from '../platform/sign-up/give-up';
import { dropBookings } from '../platform/store/bookings';
import { dropMembership } from '../platform/store/memberships';
import { answerAsking, untieEntries } from '../platform/store/roster-entries';
import { memberByOpenid, takeBack } from '../platform/store/members';
import { removeStaff } from '../platform/store/staff';
import { studioById } from '../platform/store/studios';

/** A person's other phone may sign up while this one leaves; each round takes what came since. */
const ROUNDS = 5;

/** 离开一个工作室：先让出将来的班，再离开。False: the last member of staff stays. Repeating it completes it. */
export async function leaveStudio(member: MemberDocument, studioId: string, now: number): Promise<boolean> {
  const memberId = member._id;
  if (!(await removeStaff(studioId, memberId))) {
    const studio = await studioById.fresh(studioId, now);
    if (studio?.staff.includes(memberId)) return false;
  }
  const asking = membershipIn(member, studioId)?.asking;
  if (asking) await answerAsking(studioId, asking, memberId);
  await untieEntries(studioId, memberId);
  await dropBookings([memberId], { studioId });
  let current: MemberDocument | null = member;
  for (let round = 0; round < ROUNDS && current && membershipIn(current, studioId); round++) {
    await giveUpComing(current, studioId, now);
    if (await dropMembership(member.openid, studioId, now)) {
      // A grant may have put them on the list since; one that comes later finds them gone.
      await removeStaff(studioId, memberId);
      // An import that was replacing their entry may have put the tie back before it could see that they had gone.
      await untieEntries(studioId, memberId);
      return true;
    }
    current = await memberByOpenid.fresh(member.openid, now);
  }
  if (current && membershipIn(current, studioId)) throw new Error('sign-ups keep coming while they leave');
  return true;
}

async function giveUpComing(
  { _id: memberId, openid, claims }: MemberDocument,
  studioId: string,
  now: number,
) {
  const coming = claims.filter((claim) => claim.studioId === studioId && claim.to > now);
  const places = new Map(coming.map((claim) => [claim.ref, claim]));
  for (const claim of places.values()) await giveUp(claim, memberId, now);
  await takeBack({ openid }, coming);
}
