import { withdraw } from '../../typings/contract/members';
import { withdrawConsent } from '../platform/store/person';
import { wouldBeWithoutStaff } from '../platform/store/staff';
import { leaveTown } from '../platform/store/towns';
import { done, refuse, useCase } from '../platform/use-case';
import { leaveStudio } from './leave-studio';

/** 撤回同意：离开每个工作室，不再督查，电话删掉；以后回来就是重新加入。Repeating it completes what a crash left. */
export default useCase({
  action: 'members.withdraw',
  schema: withdraw,
  admission: 'visit',
  audit: () => ({ record: 'myself', fields: ['consent', 'phone', 'studios'] }),
  async run(_request, { member, now }) {
    if (!member) return refuse('not_member');
    const studioIds = member.studios.map(({ studioId }) => studioId);
    if (await wouldBeWithoutStaff(studioIds, member._id)) return refuse('last_staff');
    for (const studioId of studioIds) {
      if (!(await leaveStudio(member, studioId, now))) return refuse('last_staff');
    }
    if (member.supervises) await leaveTown(member.supervises, member._id);
    return (await withdrawConsent(member._id)) ? done({ withdrawn: true }) : refuse('unavailable');
  },
});
