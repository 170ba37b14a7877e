import type { SessionDetail } from '../../../typings/contract';
import { kindText } from '../../texts/labels';
import { freeText, ruleText, stateText } from '../../texts/session';
import { now, spanText } from '../../utils/calendar';

/** 活动的头：什么、什么时候、在哪里、给谁、还有几个位子。 */
export function headView(detail: SessionDetail) {
  const { title, pillar, place, summary, startsAt, endsAt, status } = detail;
  const free = freeText(detail);
  return {
    title,
    pillar,
    place,
    summary,
    kind: kindText(detail),
    when: spanText(startsAt, endsAt, now()),
    rule: ruleText(detail),
    free,
    loud: free !== null && !detail.mine,
    state: stateText(detail),
    bad: status === 'cancelled',
  };
}

export type HeadView = ReturnType<typeof headView>;
