import type { ShiftCard } from '../../../typings/contract';
import type { ShiftCardView } from '../../components/shift-card/view';
import { shiftView } from '../../components/shift-card/view';
import { duty as words } from '../../texts/words/duty';

export interface BoardGroup {
  title: string;
  shifts: ShiftCardView[];
}

type GroupName = keyof typeof words.groups;

/** 哪一种情况写在哪一栏 */
const GROUP_OF: Readonly<Record<ShiftCard['status'], GroupName>> = {
  held: 'held',
  gap: 'gap',
  full: 'full',
  over: 'done',
  cancelled: 'done',
};
const ORDER: readonly GroupName[] = ['gap', 'full', 'held', 'done'];

/** 缺人的、都齐了的、过去的；空的一栏不写。 */
export function groupShifts(shifts: readonly ShiftCard[]): BoardGroup[] {
  return ORDER.map((name) => ({
    title: words.groups[name],
    shifts: shifts.filter(({ status }) => GROUP_OF[status] === name).map((shift) => shiftView(shift)),
  })).filter((group) => group.shifts.length > 0);
}
