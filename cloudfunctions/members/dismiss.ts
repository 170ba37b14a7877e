import { dismiss } from '../../typings/contract/towns';
import { listsSupervisor, removeSupervisor, takeTown } from '../platform/store/towns';
import { done, refuse, useCase } from '../platform/use-case';

/** 不再当督查：先收回，再从名单上划掉。A crash between leaves a name on the list that may do nothing; repeating completes it. */
export default useCase({
  action: 'members.dismiss',
  schema: dismiss,
  admission: 'supervise',
  audit: ({ memberId }) => ({ record: memberId, fields: ['supervises'] }),
  async run({ townId, memberId }) {
    const taken = await takeTown(memberId, townId);
    if (!taken && !(await listsSupervisor(townId, memberId))) return refuse('not_found');
    await removeSupervisor(townId, memberId);
    return done({ dismissed: true });
  },
});
