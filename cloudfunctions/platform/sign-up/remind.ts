import { unsentAt } from '../../domain/notices';
import { sessionsToRemind, startReminding } from '../store/notices';
import { followUp } from './follow-up';

/** As many as one run of the timer manages; the next takes the rest. */
const MOST = 20;

/** 到时候了，提醒有座的人；how many messages went out. */
export async function remind(now: number): Promise<number> {
  let told = 0;
  for (const { _id, remindAt } of await sessionsToRemind(now, MOST)) {
    const notice = { ...unsentAt(`reminder-${remindAt}`, now), cause: 'reminder' as const };
    const event = await startReminding(_id, remindAt, notice);
    if (event?.kind === 'session' && event.startsAt > now)
      told += await followUp(event, notice.noticeId, now);
  }
  return told;
}
