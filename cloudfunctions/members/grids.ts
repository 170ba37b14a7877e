import { list } from '../../typings/contract/grids';
import { gridsOf } from '../platform/store/grids';
import { done, useCase } from '../platform/use-case';

/** 网格，一个一行。 */
export default useCase({
  action: 'members.grids',
  schema: list,
  admission: 'read',
  async run({ studioId }) {
    return done({ grids: await gridsOf(studioId) });
  },
});
