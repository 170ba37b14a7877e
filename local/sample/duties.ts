import type { DutyWork, Post, ShiftDocument } from '../../typings/documents/event';
import { DAY, HOUR, timeOf } from './days';
import { STUDIO, gridAt } from './grids';
import { derivedId } from './random';

interface DutySlot {
  slot: string;
  work: DutyWork;
  title: string;
  from: string;
  to: string;
  place: string;
  bring: string;
  leaders: number;
  members: number;
}

/** A day of the village, 06:30 to 23:00. */
export const DUTY_SLOTS = [
  {
    slot: 'waste-morning',
    work: 'waste',
    title: '垃圾分类',
    from: '06:30',
    to: '08:00',
    place: '垃圾房门口',
    bring: '手套。提醒乡亲干湿分开，不乱扔。',
    leaders: 0,
    members: 4,
  },
  {
    slot: 'mediation',
    work: 'mediation',
    title: '矛盾调解',
    from: '09:00',
    to: '11:00',
    place: '花园村898号调解室',
    bring: '先听两边把话讲完，记在登记本上。',
    leaders: 1,
    members: 2,
  },
  {
    slot: 'epidemic',
    work: 'epidemic',
    title: '疫情防控',
    from: '13:00',
    to: '15:00',
    place: '村口服务点',
    bring: '口罩、红袖章。',
    leaders: 1,
    members: 3,
  },
  {
    slot: 'river',
    work: 'river',
    title: '河道清理',
    from: '14:00',
    to: '16:00',
    place: '北横河桥头',
    bring: '雨靴、网兜。两人一组，不单独下到水边。',
    leaders: 1,
    members: 5,
  },
  {
    slot: 'waste-evening',
    work: 'waste',
    title: '垃圾分类',
    from: '17:30',
    to: '19:00',
    place: '垃圾房门口',
    bring: '手套。',
    leaders: 0,
    members: 4,
  },
  {
    slot: 'patrol-evening',
    work: 'patrol',
    title: '平安巡逻',
    from: '19:00',
    to: '21:00',
    place: '村委会门口集合',
    bring: '反光背心、手电。',
    leaders: 1,
    members: 8,
  },
  {
    slot: 'patrol-night',
    work: 'patrol',
    title: '夜间巡逻',
    from: '21:00',
    to: '23:00',
    place: '村委会门口集合',
    bring: '反光背心、手电、保温杯。',
    leaders: 1,
    members: 4,
  },
] as const satisfies readonly DutySlot[];

export const dutiesPerDay = DUTY_SLOTS.length;
export type SlotName = (typeof DUTY_SLOTS)[number]['slot'];

/** A posted duty that nobody signed up for yet. */
export function emptyShift(seed: string, day: number, slot: DutySlot, clerkId: string): ShiftDocument {
  const { gridId, name } = gridAt(day + DUTY_SLOTS.findIndex((other) => other.slot === slot.slot));
  return {
    _id: `e_${derivedId(seed, 'shift', day, slot.slot)}`,
    v: 1,
    kind: 'shift',
    studioId: STUDIO,
    title: slot.title,
    pillar: 'governance',
    work: slot.work,
    grid: { gridId, name },
    place: slot.place,
    bring: slot.bring,
    startsAt: timeOf(day, slot.from),
    endsAt: timeOf(day, slot.to),
    state: 'open',
    posts: postsOf(slot),
    roster: [],
    joined: {},
    notices: [],
    unsent: 0,
    createdBy: clerkId,
    createdAt: timeOf(day) - 8 * DAY + 9 * HOUR,
  };
}

function postsOf({ leaders, members }: DutySlot): Post[] {
  const posts: Post[] = [
    { code: 'leader', title: '带队', headCount: leaders, roles: ['squadLeader', 'staff'] },
    { code: 'member', title: '队员', headCount: members, roles: ['member', 'squadLeader', 'staff'] },
  ];
  return posts.filter(({ headCount }) => headCount > 0);
}
