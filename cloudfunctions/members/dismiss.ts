import { dismiss } from '../../typings/contract/towns';
import { listsSupervisor, removeSupervisor, takeTown } from '../platform/store/towns';
import { done, refuse, useCase } from '../platform/use-case';

/** 不再当督查：先从名单上划掉，再收回；最后一位划不掉，由数据库判定。A crash between is completed by repeating. */
export default useCase({
  action: 'members.dismiss',
  schema: dismiss,
  admission: 'supervise',
  audit: ({ memberId }) => ({ record: memberId, fields: ['supervises'] }),
  async run({ townId, memberId }) {
    if (!(await removeSupervisor(townId, memberId))) {
      if (await listsSupervisor(townId, memberId)) return refuse('last_supervisor');
      // Off the list already, by a call that broke off.
      return (await takeTown(memberId, townId)) ? done({ dismissed: true }) : refuse('not_found');
    }
    await takeTown(memberId, townId);
    return done({ dismissed: true });
  },
});
