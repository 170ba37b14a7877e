import { grant } from '../../typings/contract/members';
import { roleIn } from '../domain/access';
import { giveRole, memberById } from '../platform/store/memberships';
import { addStaff, removeStaff } from '../platform/store/staff';
import { studioById } from '../platform/store/studios';
import { done, refuse, useCase } from '../platform/use-case';

/**
 * 换角色：先从工作人员名单里划掉，再改角色；给的时候反过来。So a crash between leaves a studio that counts one too few, never one too
 * many; repeating completes it.
 */
export default useCase({
  action: 'members.grant',
  schema: grant,
  admission: 'write',
  audit: ({ memberId }) => ({ record: memberId, fields: ['role'] }),
  async run({ studioId, memberId, role }, { now }) {
    if (role !== 'staff' && !(await removeStaff(studioId, memberId))) {
      const studio = await studioById.fresh(studioId, now);
      if (studio?.staff.includes(memberId)) return refuse('last_staff');
    }
    if (!(await giveRole(memberId, studioId, role))) return refuse('not_found');
    if (role === 'staff') {
      await addStaff(studioId, memberId);
      const given = await memberById(memberId, studioId);
      if (roleIn(given, studioId) !== 'staff') {
        await removeStaff(studioId, memberId);
        return refuse('changed');
      }
    }
    return done({ role });
  },
});
