import { forget } from '../../typings/contract/members';
import { wouldBeWithoutStaff } from '../platform/store/staff';
import { done, refuse, useCase } from '../platform/use-case';
import { forgetMember } from './forget-member';

/** 注销：离开每个工作室，抹掉名单里的名字，最后删掉自己那一份。Repeating it completes what a crash left. */
export default useCase({
  action: 'members.forget',
  schema: forget,
  admission: 'visit',
  audit: () => ({ record: 'myself', fields: ['openid', 'name', 'phone', 'avatar'] }),
  async run(_request, { member, now }) {
    if (!member) return done({ forgotten: true });
    const studioIds = member.studios.map(({ studioId }) => studioId);
    if (await wouldBeWithoutStaff(studioIds, member._id)) return refuse('last_staff');
    return (await forgetMember(member, now)) ? done({ forgotten: true }) : refuse('last_staff');
  },
});
