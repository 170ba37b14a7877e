import type { SessionCard, ShiftCard } from '../../../typings/contract';
import { at } from '../../../miniprogram/utils/calendar';

/** 2026年11月23日下午四点，今晚七点的班还缺两人 */
export const NOW = at('2026-11-23', '16:00');

export const patrol = (change: Partial<ShiftCard> = {}): ShiftCard => ({
  shiftId: 'e_000000000000000000000001',
  work: 'patrol',
  pillar: 'governance',
  title: '平安巡逻',
  gridName: '第三网格',
  place: '村委会门口',
  startsAt: at('2026-11-23', '19:00'),
  endsAt: at('2026-11-23', '21:00'),
  status: 'gap',
  posts: [
    { code: 'leader', title: '带队', headCount: 1, joined: 1, missing: 0, forMe: false },
    { code: 'member', title: '队员', headCount: 8, joined: 6, missing: 2, forMe: true },
  ],
  missing: 2,
  mine: null,
  can: ['patrols.join'],
  ...change,
});

export const lecture = (change: Partial<SessionCard> = {}): SessionCard => ({
  sessionId: 'e_000000000000000000000002',
  activity: 'talk',
  pillar: 'heritage',
  title: '长津湖的冬天',
  place: '村活动室',
  summary: '',
  startsAt: at('2026-11-28', '09:00'),
  endsAt: at('2026-11-28', '11:00'),
  status: 'open',
  seats: { all: 30, free: 12 },
  mine: null,
  head: null,
  ...change,
});
