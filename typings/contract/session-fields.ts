import * as z from 'zod/mini';
import * as f from './fields';

/** Fields of an activity that more than one action uses. */

/** 一场在这一刻；`held` 还没通过审核，只有写的人看得到。 */
export const status = z.enum(['held', 'unopened', 'open', 'full', 'closed', 'started', 'over', 'cancelled']);

/** Where a page of a list ended: the start and the id of its last session. */
export const cursor = z.strictObject({ startsAt: f.time, sessionId: f.eventId });

export const audience = z.enum(['all', 'veterans', 'youth']);
export const ageBand = z.enum(['under7', 'from7', 'from12']);
export const capacity = z.int().check(z.gte(1), z.lte(2000));

export const spot = z.strictObject({
  latitude: z.number().check(z.gte(-90), z.lte(90)),
  longitude: z.number().check(z.gte(-180), z.lte(180)),
});

/** 一条消息说的是什么。 */
export const noticeAbout = z.enum(['promoted', 'removed', 'changed', 'cancelled', 'reminder']);

/** 一个系列最多几场。 */
export const MOST_SESSIONS = 20;
export const otherTime = z.strictObject({ sessionId: f.eventId, startsAt: f.time, endsAt: f.time });

export const questionId = z.string().check(z.regex(/^q[0-9]{1,2}$/));
export const question = z.strictObject({
  questionId,
  text: f.name(40),
  options: z.array(f.name(20)).check(z.maxLength(8)),
  required: z.boolean(),
});

export const deskId = z.string().check(z.regex(/^d[0-9]$/));
const desk = z.strictObject({
  deskId,
  title: f.name(20),
  from: f.time,
  to: f.time,
  minutes: z.int().check(z.gte(5), z.lte(120)),
});

/** What staff fill in, besides the times of the sessions. */
export const form = {
  activity: f.activityKind,
  pillar: f.pillar,
  title: f.name(30),
  summary: f.sentences(1000),
  place: f.name(40),
  spot: z.nullable(spot),
  /** An uploaded picture of my own; null: drawn in the pillar's colour. */
  coverFileId: z.nullable(z.string().check(z.maxLength(300))),
  /** Null: whoever wants comes, without signing up. */
  seats: z.nullable(capacity),
  /** Hours before the start. */
  deadlineHours: z.number().check(z.gte(0), z.lte(720)),
  cutOffHours: z.number().check(z.gte(0), z.lte(720)),
  audience,
  companions: z.int().check(z.gte(0), z.lte(9)),
  questions: z.array(question).check(z.maxLength(10)),
  desks: z.array(desk).check(z.maxLength(6)),
};
