import { quit } from '../../typings/contract/members';
import { stepBack } from '../platform/step-back';
import { dropMembership } from '../platform/store/memberships';
import { untieEntries } from '../platform/store/roster-entries';
import { removeStaff } from '../platform/store/staff';
import { studioById } from '../platform/store/studios';
import { done, refuse, useCase } from '../platform/use-case';

/** 退出工作室：先让出将来的班，再离开；最后一位工作人员走不了。 */
export default useCase({
  action: 'members.quit',
  schema: quit,
  admission: 'write',
  audit: () => ({ record: 'myself', fields: ['studios'] }),
  async run({ studioId }, { member, now }) {
    const memberId = member._id;
    if (!(await removeStaff(studioId, memberId))) {
      const studio = await studioById.fresh(studioId, now);
      if (studio?.staff.includes(memberId)) return refuse('last_staff');
    }
    const coming = member.claims.filter((claim) => claim.studioId === studioId && claim.to > now);
    for (const { ref, post } of coming) await stepBack(studioId, ref, { memberId, post }, now);
    await untieEntries(studioId, memberId);
    await dropMembership(member.openid, studioId);
    return done({ left: true });
  },
});
