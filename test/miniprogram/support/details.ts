import { at } from '../../../miniprogram/utils/calendar';
import type { SessionDetail } from '../../../typings/contract';

/** 2026年11月23日下午四点 */
export const NOW = at('2026-11-23', '16:00');

/** 周六上午的一场宣讲，三十个位子，谁都能来。 */
export const aDetail = (change: Partial<SessionDetail> = {}): SessionDetail => ({
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
  head: null,
  spot: null,
  cover: null,
  opensAt: NOW,
  deadline: at('2026-11-27', '09:00'),
  cutOff: at('2026-11-28', '07:00'),
  audience: 'all',
  companions: 0,
  questions: [],
  more: [],
  mine: null,
  people: [],
  waiting: 0,
  desks: [],
  changes: [],
  check: null,
  cancelledFor: '',
  rev: 0,
  follow: null,
  can: [],
  ...change,
});
