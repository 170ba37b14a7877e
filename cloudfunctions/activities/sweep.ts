import { sweep } from '../../typings/contract/activities';
import { finishNotices } from '../platform/sign-up/finish-notices';
import { remind } from '../platform/sign-up/remind';
import { done, useCase } from '../platform/use-case';

/** 定时：到时候的提醒，和没发完的、夜里没发的通知。 */
export default useCase({
  action: 'activities.sweep',
  schema: sweep,
  admission: 'timer',
  async run(_request, { now }) {
    const reminded = await remind(now);
    return done({ told: reminded + (await finishNotices('session', now)) });
  },
});
