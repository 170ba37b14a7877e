import type { MemberDocument } from '../../typings/documents/member';
import { deletePictures } from '../platform/avatar';
import { eraseTraces } from '../platform/erase-traces';
import { noteErasure } from '../platform/store/erasures';
import { removeMember } from '../platform/store/memberships';
import { dismissStaff } from '../platform/store/staff';
import { leaveTown } from '../platform/store/towns';
import { leaveStudio } from './leave-studio';

/**
 * 哪里都认不出这个人了。False: in one of their studios they became the last member of staff meanwhile. `again`: the deletion was granted
 * before, and whatever brought the person back is undone. The ledger comes before the document goes, and after nobody can refuse.
 */
export async function forgetMember(
  member: MemberDocument,
  now: number,
  { again = false } = {},
): Promise<boolean> {
  for (const { studioId } of member.studios) {
    if (again) await dismissStaff(studioId, member._id);
    if (!(await leaveStudio(member, studioId, now))) return false;
  }
  if (member.supervises) await leaveTown(member.supervises, member._id);
  await noteErasure(member._id, 'member', now);
  await eraseTraces([member._id], now);
  await deletePictures(member);
  await removeMember(member.openid);
  return true;
}
