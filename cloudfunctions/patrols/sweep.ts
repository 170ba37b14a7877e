import { sweep } from '../../typings/contract/patrols';
import { dayStart } from '../domain/calendar';
import { finishNotices } from '../platform/sign-up/finish-notices';
import { pruneClaims } from '../platform/store/members';
import { done, useCase } from '../platform/use-case';

/** 定时清扫：补发崩溃时没发完的通知，清掉过期的时间认领。 */
export default useCase({
  action: 'patrols.sweep',
  schema: sweep,
  admission: 'timer',
  async run(_request, { now }) {
    const told = await finishNotices('shift', now);
    await pruneClaims(dayStart(now, -1));
    return done({ told });
  },
});
