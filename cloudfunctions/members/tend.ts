import { tend } from '../../typings/contract/members';
import { recountVeterans, studiosAfter } from '../platform/store/counts';
import { done, useCase } from '../platform/use-case';
import { replayErasures } from './replay-erasures';

/**
 * 每小时照看一次（a function has one trigger），恢复备份以后、给人用以前也做一次：照登记再删一遍注销过的人；数一遍各村花名册上的老兵，
 * 督查看的是数好的。
 */
export default useCase({
  action: 'members.tend',
  schema: tend,
  admission: 'timer',
  async run(_request, { now }) {
    return done({ ...(await replayErasures(now)), counted: await recounted() });
  },
});

async function recounted(): Promise<number> {
  let changed = 0;
  let after = '';
  for (let studios = await studiosAfter(after); studios.length > 0; studios = await studiosAfter(after)) {
    const moved = await Promise.all(studios.map(recountVeterans));
    changed += moved.filter(Boolean).length;
    after = studios.at(-1)?._id ?? '';
  }
  return changed;
}
