import type { ShiftCard } from '../../typings/contract';

const ORDER: Record<ShiftCard['status'], number> = { gap: 0, full: 1, held: 2, over: 3, cancelled: 4 };

/** 任务白板的先后：缺人的在前，再按时间。 */
export function gapsFirst(cards: ShiftCard[]): ShiftCard[] {
  return [...cards].sort((a, b) => ORDER[a.status] - ORDER[b.status] || a.startsAt - b.startsAt);
}
