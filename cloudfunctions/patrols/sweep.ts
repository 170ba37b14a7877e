import type { EventDocument, Notice } from '../../typings/documents/event';
import { sweep } from '../../typings/contract/patrols';
import { dayStart } from '../domain/calendar';
import { remedyFor, stillToTell } from '../domain/notices';
import { finishCarryingOver } from '../platform/carry-over';
import { recheck } from '../platform/recheck';
import { pruneClaims } from '../platform/store/members';
import { eventsToTell, settle } from '../platform/store/notices';
import { pruneTries } from '../platform/store/tries';
import { tell } from '../platform/tell';
import { done, useCase } from '../platform/use-case';

/** Far below what the function's time-out allows; the next run takes the rest. */
const MOST_EVENTS = 20;
const MOST_PEOPLE = 20;

/** 定时清扫：补发崩溃时没发完的通知，归完代报名的记录，再问断过的内容检查，清掉过期的时间认领和试码次数。 */
export default useCase({
  action: 'patrols.sweep',
  schema: sweep,
  admission: 'timer',
  async run(_request, { now }) {
    let told = 0;
    for (const event of await eventsToTell(MOST_EVENTS)) {
      for (const notice of event.notices) told += await finish(event, notice, now);
    }
    await finishCarryingOver(MOST_PEOPLE, now);
    await recheck(now);
    await pruneClaims(dayStart(now, -1));
    await pruneTries(dayStart(now));
    return done({ told });
  },
});

async function finish(event: EventDocument, notice: Notice, now: number): Promise<number> {
  const remedy = remedyFor(event, notice, now);
  if (remedy === 'tell') return tell(event._id, notice.noticeId, stillToTell(event, notice), now);
  if (remedy === 'nobody') await settle(event._id, notice, [], now);
  if (remedy === 'unknown') {
    const unknown = stillToTell(event, notice).map(({ memberId, name }) => ({
      memberId,
      name,
      outcome: 'unknown' as const,
    }));
    await settle(event._id, notice, unknown, now);
  }
  return 0;
}
