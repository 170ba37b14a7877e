import { recipientsOf } from '../../domain/audience';
import { newNotice } from '../../domain/notices';
import { leaveRoster } from '../store/event-roster';
import { tell } from '../tell';

/** 从一班里退下来：离开名单，排在后面的人由此补上，并得到通知。How many moved up; null where there is nothing to leave. */
export async function stepBack(
  studioId: string,
  shiftId: string,
  mine: { memberId: string; post: string },
  now: number,
): Promise<number | null> {
  const notice = newNotice(mine.memberId, now);
  const left = await leaveRoster(studioId, shiftId, { ...mine, seats: 1 }, notice);
  if (!left) return null;
  const promoted = recipientsOf(left, notice);
  if (promoted.length > 0) await tell(shiftId, notice.noticeId, promoted, now);
  return promoted.length;
}
