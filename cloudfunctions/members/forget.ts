import { forget } from '../../typings/contract/members';
import { namesIn } from '../domain/personal-data';
import { eraseNames, eventsWith } from '../platform/store/personal-data';
import { removeMember } from '../platform/store/memberships';
import { removeSupervisor } from '../platform/store/towns';
import { done, refuse, useCase } from '../platform/use-case';
import { leaveStudio } from './leave-studio';

/** 注销：离开每个工作室，抹掉名单里的名字，最后删掉自己那一份。Repeating it completes what a crash left. */
export default useCase({
  action: 'members.forget',
  schema: forget,
  admission: 'visit',
  audit: () => ({ record: 'myself', fields: ['openid', 'name', 'phone'] }),
  async run(_request, { member, now }) {
    if (!member) return done({ forgotten: true });
    for (const { studioId } of member.studios) {
      if (!(await leaveStudio(member, studioId, now))) return refuse('last_staff');
    }
    if (member.supervises) await removeSupervisor(member.supervises, member._id);
    let after = '';
    for (let events = await eventsWith(member._id, after); events.length > 0;) {
      await Promise.all(events.map((event) => eraseNames(event._id, namesIn(event, member._id), member._id)));
      after = events.at(-1)?._id ?? '';
      events = await eventsWith(member._id, after);
    }
    await removeMember(member.openid);
    return done({ forgotten: true });
  },
});
