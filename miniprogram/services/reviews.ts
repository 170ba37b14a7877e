import type { ReviewItem } from '../../typings/contract';
import { call } from './cloud';
import { currentStudio, noteChange } from './session';

/** 要审核的，先写的在前 */
export const readReviews = () => call('members.reviews', { studioId: currentStudio() });

/** 通过，或者不通过；带上看到的是哪一次写的。 */
export async function judge(
  { what, memberId, eventId, at }: Pick<ReviewItem, 'what' | 'memberId' | 'eventId' | 'at'>,
  pass: boolean,
  reason: string,
) {
  const studioId = currentStudio();
  const outcome = await call('members.judge', { studioId, what, memberId, eventId, at, pass, reason });
  noteChange();
  return outcome;
}
