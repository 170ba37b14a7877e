import type { ShiftDocument } from '../../typings/documents/event';
import type { MemberDocument } from '../../typings/documents/member';
import { DUTY_SLOTS, type SlotName, emptyShift } from './duties';
import type { People } from './people';
import { randomOf } from './random';
import { type Fill, signUp } from './sign-ups';
import type { Cast } from './switcher';

interface SlotPlan {
  fill: Fill;
  cancelled?: boolean;
  leader?: MemberDocument;
  first?: MemberDocument;
  last?: MemberDocument;
}

export type DayPlan = (slot: SlotName) => SlotPlan;

/** Today shows every situation once: gaps, full, a queue. */
export function planOfToday({ leader, onDuty, waiting, volunteer }: Cast): DayPlan {
  const plans: Record<SlotName, SlotPlan> = {
    'waste-morning': { fill: 'full' },
    mediation: { fill: 'gap' },
    epidemic: { fill: 'full' },
    river: { fill: 'gap', first: volunteer },
    'waste-evening': { fill: 'gap' },
    'patrol-evening': { fill: 'queue', leader, first: onDuty, last: waiting },
    'patrol-night': { fill: 'gap' },
  };
  return (slot) => plans[slot];
}

/** Tomorrow's river duty is called off. */
export function planOfTomorrow(): DayPlan {
  return (slot) => (slot === 'river' ? { fill: 'gap', cancelled: true } : { fill: 'gap' });
}

export function planOfPast(): DayPlan {
  return () => ({ fill: 'full' });
}

export function planOfComing(seed: string, day: number): DayPlan {
  return (slot) => ({ fill: randomOf(seed, 'fill', day, slot).chance(0.3) ? 'full' : 'gap' });
}

/** One day's duties; nobody is on two that overlap, and who has a part of their own that day is on no other. */
export function dutyDay(seed: string, day: number, people: People, cast: Cast, plan: DayPlan) {
  const plans = DUTY_SLOTS.map(({ slot }) => plan(slot));
  const settled = new Set([cast.idle, ...plans.flatMap(({ leader, first, last }) => [leader, first, last])]);
  const unsettled = (members: MemberDocument[]) => members.filter((member) => !settled.has(member));
  const leaders = unsettled(people.squadLeaders);
  const members = unsettled([...people.veterans, ...people.volunteers]);
  const shifts: ShiftDocument[] = [];
  for (const slot of DUTY_SLOTS) {
    const { fill, cancelled = false, leader, first, last } = plan(slot.slot);
    const shift = emptyShift(seed, day, slot, cast.clerk._id);
    const busy = new Set(shifts.filter((other) => overlap(other, shift)).flatMap(memberIdsOf));
    const random = randomOf(seed, 'crowd', shift._id);
    const free = (members: MemberDocument[]) => random.shuffled(members.filter(({ _id }) => !busy.has(_id)));
    const crowd = {
      fill,
      leaders: [...(leader ? [leader] : []), ...free(leaders)],
      members: [...(first ? [first] : []), ...free(members)],
      last,
    };
    shifts.push({ ...signUp(seed, shift, crowd), state: cancelled ? 'cancelled' : 'open' });
  }
  return shifts;
}

function overlap(a: ShiftDocument, b: ShiftDocument): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}

function memberIdsOf({ roster }: ShiftDocument): string[] {
  return roster.map(({ memberId }) => memberId);
}
