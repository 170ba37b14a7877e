import * as z from 'zod/mini';
import * as f from './fields';

/** 岗位在班次里的情况。 */
export const postView = z.object({
  code: f.postCode,
  title: z.string(),
  headCount: z.int(),
  /** Seats taken and waiting together. */
  joined: z.int(),
  /** Seats still free. */
  missing: z.int(),
  /** Whether my role may take it. */
  forMe: z.boolean(),
});

/** 一班在这一刻：审核中（只有写的人看得到）、缺人、齐了、结束、取消。 */
export const shiftStatus = z.enum(['held', 'gap', 'full', 'over', 'cancelled']);

/** 自己写的还没通过：在等、请人在看、没通过。 */
export const check = z.object({ state: f.checkState, reason: z.string() });

/**
 * 我在这一班：`placed` 有岗，`waiting` 排队，`joined` 已报名而名单里看不出有没有排上（看详情）。
 */
export const mine = z.nullable(
  z.object({ post: f.postCode, postTitle: z.string(), standing: z.enum(['placed', 'waiting', 'joined']) }),
);

export const shiftCard = z.object({
  shiftId: f.eventId,
  work: f.dutyWork,
  pillar: f.pillar,
  title: z.string(),
  gridName: z.string(),
  place: z.string(),
  startsAt: f.time,
  endsAt: f.time,
  status: shiftStatus,
  posts: z.array(postView),
  /** Seats still free in all posts. */
  missing: z.int(),
  mine,
  can: f.can,
});
export type ShiftCard = z.infer<typeof shiftCard>;

/** My place or my turn in one post: 第几位 counts from 1 among those who wait. */
export const standing = z.object({
  post: f.postCode,
  postTitle: z.string(),
  state: z.enum(['placed', 'waiting']),
  /** Seats wait before mine; 0 when placed or next. */
  ahead: z.int(),
});
export type Standing = z.infer<typeof standing>;

/** What those who lead a shift also know of somebody in it: 代报名的, and their line of the roster, by which they can be taken out. */
const known = { byOther: z.boolean(), entryId: z.nullable(f.entryId) };
const person = z.object({ name: z.string(), me: z.boolean(), ...known });

export const shiftDetail = z.object({
  shiftId: f.eventId,
  work: f.dutyWork,
  pillar: f.pillar,
  title: z.string(),
  gridName: z.string(),
  place: z.string(),
  bring: z.string(),
  startsAt: f.time,
  endsAt: f.time,
  status: shiftStatus,
  check: z.nullable(check),
  missing: z.int(),
  /** `people` is null for a stranger, who opened a card in a group chat: nobody is named. */
  posts: z.array(z.extend(postView, { people: z.nullable(z.array(person)), waiting: z.int() })),
  mine: z.nullable(standing),
  /** For squad leaders and staff: who waits in which order, who left, who still has to be rung up. */
  follow: z.nullable(
    z.object({
      waiting: z.array(
        z.object({ name: z.string(), post: f.postCode, postTitle: z.string(), at: f.time, ...known }),
      ),
      left: z.array(z.object({ name: z.string(), postTitle: z.string(), at: f.time })),
      toRing: z.array(z.object({ name: z.string(), noWeChat: z.boolean() })),
    }),
  ),
  can: f.can,
});
export type ShiftDetail = z.infer<typeof shiftDetail>;

/** 任务白板：今天和明天，缺人的在前。 */
export const board = {
  request: z.strictObject({ studioId: f.studioId }),
  response: z.object({ shifts: z.array(shiftCard), can: f.can }),
};

/** 班次详情。 */
export const detail = {
  request: z.strictObject({ studioId: f.studioId, shiftId: f.eventId }),
  response: shiftDetail,
};

/** 我的值勤：将来的在前，过去 30 天的在后。 */
export const mineList = {
  request: z.strictObject({ studioId: f.studioId }),
  response: z.object({ coming: z.array(shiftCard), past: z.array(shiftCard) }),
};

/** 报名：带上看到的时间，改过时间的班次不会误报。 */
export const join = {
  request: z.strictObject({
    requestId: f.requestId,
    studioId: f.studioId,
    shiftId: f.eventId,
    post: f.postCode,
    startsAt: f.time,
    endsAt: f.time,
  }),
  response: standing,
};

/** 退出：有人排队就由他补上。 */
export const leave = {
  request: z.strictObject({ studioId: f.studioId, shiftId: f.eventId, post: f.postCode }),
  response: z.object({
    /** How many moved up from the queue. */
    promoted: z.int(),
  }),
};

/** 代报名：替花名册上的一位报名，他有没有微信都行。 */
export const joinFor = {
  request: z.extend(join.request, { entryId: f.entryId }),
  response: standing,
};

/** 替他退出。 */
export const leaveFor = {
  request: z.extend(leave.request, { entryId: f.entryId }),
  response: leave.response,
};

/** 发值勤。 */
export const post = {
  request: z.strictObject({
    requestId: f.requestId,
    studioId: f.studioId,
    work: f.dutyWork,
    title: f.name(20),
    gridId: f.gridId,
    place: f.name(40),
    bring: f.sentences(200),
    startsAt: f.time,
    endsAt: f.time,
    /** Seats for a squad leader who leads, and for the others. */
    leaders: z.int().check(z.gte(0), z.lte(9)),
    members: z.int().check(z.gte(1), z.lte(200)),
  }),
  response: z.object({ shiftId: f.eventId }),
};

/** 定时补发没发完的通知；只由定时器调用。 */
export const sweep = {
  request: z.strictObject({}),
  response: z.object({ told: z.int() }),
};
