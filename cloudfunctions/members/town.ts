import { town } from '../../typings/contract/towns';
import { townAtOnce } from '../platform/store/towns';
import { done, refuse, useCase } from '../platform/use-case';

/** 全镇的工作室；督查的同事。 */
export default useCase({
  action: 'members.town',
  schema: town,
  admission: 'supervise',
  async run({ townId }, { member }) {
    const found = await townAtOnce(townId);
    if (!found) return refuse('not_found');
    const byName = <T extends { name: string }>(list: T[]) =>
      list.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'));
    return done({
      name: found.name,
      studios: byName(found.studios.map(({ _id, ...studio }) => ({ studioId: _id, ...studio }))),
      supervisors: byName(
        found.people.map(({ _id, name }) => ({ memberId: _id, name, me: _id === member._id })),
      ),
    });
  },
});
