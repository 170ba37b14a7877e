import type { ReviewItem } from '../../../typings/contract';
import { reviews as words } from '../../texts/words/reviews';
import { now, startText } from '../../utils/calendar';

/** 要审核的一样，写在一张卡片上。 */
export const reviewLine = (item: ReviewItem) => ({
  ...item,
  key: `${item.what} ${item.memberId ?? item.eventId} ${item.at}`,
  kind: words.kinds[item.what],
  when: `${startText(item.at, now())}${words.wrote}`,
  lines: item.words.map((text, index) => ({ key: String(index), text })),
  lost: item.what === 'avatar' && item.url === null,
});
export type ReviewLine = ReturnType<typeof reviewLine>;
