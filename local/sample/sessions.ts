import type { Pillar } from '../../typings/documents/common';
import type { ActivityKind, SessionDocument } from '../../typings/documents/event';
import { DAY, HOUR, timeOf, weekdayOf } from './days';
import { STUDIO } from './grids';
import { derivedId } from './random';

interface SessionSlot {
  activity: ActivityKind;
  pillar: Pillar;
  title: string;
  place: string;
  summary: string;
  /** Which of four weeks in turn, and which day of it (0 is Sunday). */
  week: number;
  weekday: number;
  from: string;
  to: string;
  /** Forty unless said. */
  seats?: number;
  full?: boolean;
  audience?: SessionDocument['audience'];
  /** 咨询台: from when on, till the end. */
  desk?: { title: string; from: string; minutes: number };
}

const SESSION_SLOTS: readonly SessionSlot[] = [
  {
    activity: 'talk',
    pillar: 'heritage',
    title: '老兵宣讲：我当兵的那些年',
    place: '村活动室',
    summary: '老班长讲自己的故事，欢迎带孩子来听。',
    week: 0,
    weekday: 6,
    from: '09:00',
    to: '10:30',
  },
  {
    activity: 'healthLecture',
    pillar: 'learning',
    title: '健康讲座：冬天怎样护好心脏',
    place: '花园村898号二楼',
    summary: '社区医生来讲，讲完可以当面问。',
    week: 0,
    weekday: 3,
    from: '14:00',
    to: '16:00',
    desk: { title: '社区医生', from: '15:00', minutes: 10 },
  },
  {
    activity: 'campaignStudy',
    pillar: 'heritage',
    title: '战役学习：长津湖',
    place: '村活动室',
    summary: '看一段资料，听一段讲解，大家谈一谈。',
    week: 1,
    weekday: 6,
    from: '09:00',
    to: '11:00',
  },
  {
    activity: 'council',
    pillar: 'care',
    title: '老兵议事会',
    place: '花园村898号',
    summary: '说说村里的事，定一件这个月要办的。',
    week: 1,
    weekday: 2,
    from: '19:00',
    to: '20:30',
    seats: 12,
    full: true,
  },
  {
    activity: 'lecture',
    pillar: 'learning',
    title: '国防安全讲座',
    place: '村活动室',
    summary: '身边的国防安全，怎样发现、怎样报告。',
    week: 2,
    weekday: 4,
    from: '14:00',
    to: '15:30',
  },
  {
    activity: 'youthClass',
    pillar: 'heritage',
    title: '军衔制作课',
    place: '村活动室',
    summary: '孩子们动手做一枚军衔，材料现场发。',
    week: 2,
    weekday: 0,
    from: '13:30',
    to: '15:30',
    audience: 'youth',
  },
  {
    activity: 'talk',
    pillar: 'care',
    title: '谈心谈话：喝杯茶，说说话',
    place: '花园村898号茶室',
    summary: '新退伍的和老班长坐一坐。',
    week: 3,
    weekday: 5,
    from: '15:00',
    to: '16:30',
  },
  {
    activity: 'siteVisit',
    pillar: 'learning',
    title: '参观镇上的烈士纪念馆',
    place: '村委会门口上车',
    summary: '中午前回来，请穿平底鞋。',
    week: 3,
    weekday: 0,
    from: '08:30',
    to: '11:30',
  },
];

/** How people sign up for an activity of the sample village. */
const SIGN_UP = {
  seriesId: null,
  seriesSignUp: false,
  more: [],
  spot: null,
  cover: null,
  companions: 2,
  questions: [],
  bookings: [],
  held: 0,
  rev: 0,
  changes: [],
  cancelledFor: '',
  closedAt: null,
} satisfies Partial<SessionDocument>;

const SEATS = 40;

/** Whether so many want to come that some wait. */
export const isFull = ({ title }: SessionDocument): boolean =>
  SESSION_SLOTS.some((slot) => slot.title === title && slot.full === true);

export function sessionsOf(seed: string, day: number, clerkId: string): SessionDocument[] {
  const week = Math.floor(day / 7) % 4;
  return SESSION_SLOTS.filter((slot) => slot.week === week && slot.weekday === weekdayOf(day)).map(
    ({ title, pillar, activity, place, summary, from, to, seats = SEATS, audience = 'all', desk }) => ({
      _id: `e_${derivedId(seed, 'session', day, title)}`,
      v: 1,
      kind: 'session',
      studioId: STUDIO,
      title,
      pillar,
      activity,
      place,
      summary,
      startsAt: timeOf(day, from),
      endsAt: timeOf(day, to),
      state: 'open',
      ...SIGN_UP,
      audience,
      desks: desk
        ? [
            {
              deskId: 'd1',
              title: desk.title,
              from: timeOf(day, desk.from),
              to: timeOf(day, to),
              minutes: desk.minutes,
            },
          ]
        : [],
      opensAt: timeOf(day, '09:00') - 30 * DAY,
      deadline: timeOf(day, from) - HOUR,
      cutOff: timeOf(day, from) - HOUR,
      remindAt: timeOf(day - 1, '18:00'),
      posts: [{ code: 'seat', title: '座位', headCount: seats, roles: ['member', 'squadLeader', 'staff'] }],
      roster: [],
      joined: { seat: 0 },
      notices: [],
      unsent: 0,
      createdBy: clerkId,
      createdAt: timeOf(day, '09:00') - 30 * DAY,
    }),
  );
}
