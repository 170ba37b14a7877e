import { studio } from '../../typings/contract/members';
import { studioById } from '../platform/store/studios';
import { done, refuse, useCase } from '../platform/use-case';

/** 工作室的固定信息：村、服务站电话、网格。 */
export default useCase({
  action: 'members.studio',
  schema: studio,
  admission: 'open',
  async run({ studioId }, { now }) {
    const found = await studioById.fresh(studioId, now);
    return found ? done(found) : refuse('not_found');
  },
});
