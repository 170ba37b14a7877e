import * as z from 'zod/mini';
import * as f from './fields';
import { check } from './patrols';
import * as s from './session-fields';

/** 我在这一场：`joined` 已报名而卡片上看不出有没有排上（看详情）。 */
const mineOnCard = z.nullable(
  z.object({ seats: z.int(), standing: z.enum(['placed', 'waiting', 'joined']) }),
);

/** 活动的一场，列表里的样子。 */
export const sessionCard = z.object({
  sessionId: f.eventId,
  activity: f.activityKind,
  pillar: f.pillar,
  title: z.string(),
  place: z.string(),
  summary: z.string(),
  startsAt: f.time,
  endsAt: f.time,
  status: s.status,
  /** Seats, and those still free; null: no sign-up is needed. */
  seats: z.nullable(z.object({ all: z.int(), free: z.int() })),
  mine: mineOnCard,
  /** 一次报名的系列：sign-up is on this first session; null: on this one. */
  head: z.nullable(f.eventId),
});
export type SessionCard = z.infer<typeof sessionCard>;

/** 活动，一页 20 场。`coming` 将来的按先后，`past` 过去的新的在前，`unopened` 还没发出去的（工作人员）。 */
export const list = {
  request: z.strictObject({
    studioId: f.studioId,
    which: z.enum(['coming', 'past', 'unopened']),
    /** What `next` said; null: from the beginning. */
    after: z.nullable(s.cursor),
  }),
  response: z.object({
    sessions: z.array(sessionCard),
    next: z.nullable(s.cursor),
    can: f.can,
  }),
};

/** My place or my turn. */
export const sessionStanding = z.object({
  seats: z.int(),
  state: z.enum(['placed', 'waiting']),
  /** Seats that wait before mine. */
  ahead: z.int(),
});
export type SessionStanding = z.infer<typeof sessionStanding>;

const party = z.object({ entryId: f.requestId, name: z.string(), seats: z.int(), at: f.time });

/** 活动详情；`public` 的一半不点名。 */
export const sessionDetail = z.object({
  ...sessionCard.shape,
  check: z.nullable(check),
  spot: z.nullable(s.spot),
  cover: z.nullable(z.string()),
  opensAt: f.time,
  deadline: f.time,
  cutOff: f.time,
  audience: s.audience,
  companions: z.int(),
  questions: z.array(s.question),
  /** The other times that a sign-up here takes. */
  more: z.array(s.otherTime),
  mine: z.nullable(sessionStanding),
  /** Null for a stranger: nobody is named. */
  people: z.nullable(z.array(z.object({ name: z.string(), seats: z.int(), me: z.boolean() }))),
  waiting: z.int(),
  desks: z.array(
    z.object({
      deskId: s.deskId,
      title: z.string(),
      /** Free slots from now on; null: none left. */
      nextFree: z.nullable(f.time),
      from: f.time,
      to: f.time,
      minutes: z.int(),
      mine: z.nullable(f.time),
    }),
  ),
  changes: z.array(z.object({ at: f.time, what: z.array(z.enum(['time', 'place'])) })),
  cancelledFor: z.string(),
  rev: z.int(),
  /** For staff and squad leaders. */
  follow: z.nullable(
    z.object({
      placed: z.array(z.extend(party, { answers: z.array(z.string()) })),
      waiting: z.array(z.extend(party, { answers: z.array(z.string()) })),
      left: z.array(party),
      toRing: z.array(
        z.object({
          /** Null: only a time at a desk. */
          entryId: z.nullable(f.requestId),
          name: z.string(),
          why: s.noticeAbout,
        }),
      ),
      /** Empty seats that wait for staff, since the cut-off. */
      held: z.int(),
      bookings: z.array(z.object({ desk: z.string(), at: f.time, name: z.string() })),
    }),
  ),
  can: f.can,
});
export type SessionDetail = z.infer<typeof sessionDetail>;

export const detail = {
  request: z.strictObject({ studioId: f.studioId, sessionId: f.eventId }),
  response: sessionDetail,
};

/** 发活动。The same request arriving twice makes one; several spans make a series. */
export const publish = {
  request: z.strictObject({
    requestId: f.requestId,
    studioId: f.studioId,
    ...s.form,
    /** One or more sessions, in order. */
    spans: z
      .array(z.strictObject({ startsAt: f.time, endsAt: f.time }))
      .check(z.minLength(1), z.maxLength(s.MOST_SESSIONS)),
    /** 一次报名，整个系列都算。 */
    seriesSignUp: z.boolean(),
    /** Null: now. */
    opensAt: z.nullable(f.time),
  }),
  response: z.object({ sessionIds: z.array(f.eventId) }),
};

const seen = { studioId: f.studioId, sessionId: f.eventId, rev: z.int().check(z.gte(0)) };

/** 改活动：改到看到的那一版上；改了时间地点，报了名的人都会知道。 */
export const change = {
  request: z.strictObject({ ...seen, ...s.form, startsAt: f.time, endsAt: f.time }),
  response: z.object({ rev: z.int(), told: z.int() }),
};

/** 改名额：少到坐不下时，先答谁最后来（`leaving` 为空时），再点名请谁让出来。 */
export const resize = {
  request: z.strictObject({
    ...seen,
    seats: s.capacity,
    leaving: z.array(f.requestId).check(z.maxLength(500)),
  }),
  response: z.object({
    done: z.boolean(),
    rev: z.int(),
    /** Not done: so many seats too many, and who came last. */
    over: z.int(),
    last: z.array(party),
    promoted: z.int(),
  }),
};

/** 截止以后空出来的位子，给一位排队的。 */
export const give = {
  request: z.strictObject({ ...seen, entryId: f.requestId }),
  response: z.object({ rev: z.int() }),
};

/** 取消活动，要说原因。 */
export const cancel = {
  request: z.strictObject({
    studioId: f.studioId,
    sessionId: f.eventId,
    reason: f.sentences(100).check(z.minLength(2)),
  }),
  response: z.object({ told: z.int() }),
};

const answers = z
  .array(z.strictObject({ questionId: s.questionId, text: f.sentences(100) }))
  .check(z.maxLength(10));

/** 报名：带上看到的时间；`companions` 是另外几位，`youth` 是孩子的年龄段，`more` 是系列里另外几场。 */
export const join = {
  request: z.strictObject({
    requestId: f.requestId,
    studioId: f.studioId,
    sessionId: f.eventId,
    startsAt: f.time,
    endsAt: f.time,
    more: z.array(s.otherTime).check(z.maxLength(s.MOST_SESSIONS)),
    companions: z.int().check(z.gte(0), z.lte(9)),
    youth: z.nullable(s.ageBand),
    answers,
  }),
  response: sessionStanding,
};

/** 退出：一下就好，不问原因。My seats and the cut-off as they were seen: where they still hold, it is one trip less. */
export const leave = {
  request: z.strictObject({
    studioId: f.studioId,
    sessionId: f.eventId,
    seats: z.int().check(z.gte(1), z.lte(10)),
    cutOff: f.time,
  }),
  response: z.object({ promoted: z.int() }),
};

/** 咨询台：约一个时段；`at` 空着就是下一个空的。 */
export const book = {
  request: z.strictObject({
    studioId: f.studioId,
    sessionId: f.eventId,
    deskId: s.deskId,
    at: z.nullable(f.time),
  }),
  response: z.object({ at: f.time }),
};
export const unbook = {
  request: z.strictObject({ studioId: f.studioId, sessionId: f.eventId, deskId: s.deskId }),
  response: z.object({ left: z.boolean() }),
};

/** 定时：补发通知、提醒、更新群里的卡片；只由定时器调用。 */
export const sweep = {
  request: z.strictObject({}),
  response: z.object({ told: z.int() }),
};
