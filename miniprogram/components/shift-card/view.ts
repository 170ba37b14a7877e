import type { ShiftCard } from '../../../typings/contract';
import { STATUS, gapText, mineText, spoken, whereText } from '../../texts/shift';
import { countdown, now, spanText } from '../../utils/calendar';
import { onlyOpenPost } from '../../utils/posts';

/**
 * What a card says, ready to be shown. Pages make it, so that a list is one `setData` and not one a card. `counting`: 写出还有多久
 * （下一班）.
 */
export function shiftView(shift: ShiftCard, counting = false) {
  const { shiftId, startsAt, endsAt, status } = shift;
  const left = counting ? countdown(startsAt, endsAt, now()) : '';
  const joinable = shift.can.includes('patrols.join') ? onlyOpenPost(shift.posts) : null;
  return {
    shiftId,
    shift,
    when: spanText(startsAt, endsAt, now()),
    where: whereText(shift),
    gap: status === 'gap' && !counting ? gapText(shift) : null,
    loud: status === 'gap' && !shift.mine,
    status: STATUS[status],
    mine: mineText(shift.mine),
    left,
    label: spoken(shift, now(), left),
    /** The post that one tap takes; empty when there is a choice to make. */
    post: joinable?.code ?? '',
  };
}

export type ShiftCardView = ReturnType<typeof shiftView>;
