import { quit } from '../../typings/contract/members';
import { done, refuse, useCase } from '../platform/use-case';
import { leaveStudio } from './leave-studio';

/** 退出工作室；最后一位工作人员走不了。 */
export default useCase({
  action: 'members.quit',
  schema: quit,
  admission: 'write',
  audit: () => ({ record: 'myself', fields: ['studios'] }),
  async run({ studioId }, { member, now }) {
    return (await leaveStudio(member, studioId, now)) ? done({ left: true }) : refuse('last_staff');
  },
});
