import { sweep } from '../../typings/contract/patrols';
import { finishCarryingOver } from '../platform/carry-over';
import { eraseTraces } from '../platform/erase-traces';
import { recheck } from '../platform/recheck';
import { finishNotices } from '../platform/sign-up/finish-notices';
import { erasedSince } from '../platform/store/erasures';
import { endRetention } from '../platform/store/retention';
import { done, useCase } from '../platform/use-case';

/** Far below what the function's time-out allows; the next run takes the rest. */
const MOST_PEOPLE = 20;

/** A call that was under way when its person was deleted has ended long before. */
const JUST_NOW = 15 * 60_000;
const MOST_ERASED = 50;

/** 定时清扫：补发崩溃时没发完的通知，归完代报名的记录，再问断过的内容检查；刚注销的人，又被写上名字的抹掉；到期的清掉。 */
export default useCase({
  action: 'patrols.sweep',
  schema: sweep,
  admission: 'timer',
  async run(_request, { now }) {
    const told = await finishNotices('shift', now);
    await finishCarryingOver(MOST_PEOPLE, now);
    await recheck(now);
    const erased = await erasedSince(now - JUST_NOW, MOST_ERASED);
    await eraseTraces(
      erased.filter(({ kind }) => kind === 'member').map(({ _id }) => _id),
      now,
    );
    await endRetention(now);
    return done({ told });
  },
});
