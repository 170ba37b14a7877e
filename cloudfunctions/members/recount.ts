import { recount } from '../../typings/contract/towns';
import { recountVeterans, studiosAfter } from '../platform/store/counts';
import { done, useCase } from '../platform/use-case';
import { replayErasures } from './replay-erasures';

/** 每小时一次（one function has one trigger）：数一遍各村花名册上的老兵，督查看的是数好的；照登记再删一遍注销过的人。 */
export default useCase({
  action: 'members.recount',
  schema: recount,
  admission: 'timer',
  async run(_request, { now }) {
    let changed = 0;
    let after = '';
    for (let studios = await studiosAfter(after); studios.length > 0; studios = await studiosAfter(after)) {
      const moved = await Promise.all(studios.map(recountVeterans));
      changed += moved.filter(Boolean).length;
      after = studios.at(-1)?._id ?? '';
    }
    await replayErasures(now);
    return done({ changed });
  },
});
