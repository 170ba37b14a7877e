import { replay } from '../../typings/contract/members';
import { done, useCase } from '../platform/use-case';
import { replayErasures } from './replay-erasures';

/** 恢复备份以后、给人用以前：照登记再删一遍。 */
export default useCase({
  action: 'members.replay',
  schema: replay,
  admission: 'timer',
  async run(_request, { now }) {
    return done(await replayErasures(now));
  },
});
