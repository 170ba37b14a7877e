import { setUp } from '../../typings/contract/members';
import { isDeploymentCode } from '../platform/deployment-code';
import { giveRole } from '../platform/store/memberships';
import { firstStaff } from '../platform/store/staff';
import { studioById } from '../platform/store/studios';
import { takeTry } from '../platform/store/tries';
import { done, refuse, useCase } from '../platform/use-case';

/** 启用工作室：`SETUP_CODE` of the deployment makes the first member of staff, once. */
export default useCase({
  action: 'members.setUp',
  schema: setUp,
  admission: 'write',
  audit: () => ({ record: 'studio', fields: ['staff'] }),
  async run({ studioId, code }, { member, now }) {
    if (!(await takeTry(member.openid, now))) return refuse('too_many_tries');
    if (!isDeploymentCode('SETUP_CODE', studioId, code)) return refuse('bad_code');
    const studio = (await firstStaff(studioId, member._id, now)) ?? (await studioById.fresh(studioId, now));
    if (!studio?.staff.includes(member._id)) return refuse('bad_code');
    await giveRole(member._id, studioId, 'staff');
    return done({ role: 'staff' });
  },
});
