import * as z from 'zod/mini';
import * as f from './fields';

/** 换头像：the phone has put the picture where `members.me` told it to. `none`: no picture any more. */
export const setAvatar = {
  request: z.strictObject({ studioId: f.studioId, picture: z.enum(['uploaded', 'none']) }),
  response: z.object({ state: z.nullable(f.avatarState) }),
};

/**
 * 平台说图片看得怎样。 Not strict: the platform may tell more than we read.
 * https://developers.weixin.qq.com/miniprogram/dev/server/API/sec-center/sec-check/api_mediacheckasync
 */
export const pictureChecked = {
  request: z.object({
    trace_id: z.string().check(z.minLength(1), z.maxLength(128)),
    errcode: z.optional(z.int()),
    result: z.optional(z.object({ suggest: z.string() })),
  }),
  response: z.object({ settled: z.boolean() }),
};

/** 要审核的一样：名字、头像，或者一件事里的字。 */
const item = z.object({
  what: z.enum(['name', 'avatar', 'words']),
  memberId: z.nullable(f.memberId),
  eventId: z.nullable(f.eventId),
  words: z.array(z.string()),
  /** 头像在哪里看。 */
  url: z.nullable(z.string()),
  /** What was looked at: a later one is another matter. */
  at: f.time,
  /** 自己写的，有别的工作人员就由他来看。 */
  mine: z.boolean(),
});
export type ReviewItem = z.infer<typeof item>;

/** 等工作人员看的，先写的在前。 */
export const reviews = {
  request: z.strictObject({ studioId: f.studioId }),
  response: z.object({ items: z.array(item) }),
};

/** 通过，或者不通过。Exactly one of the two ids. */
export const judge = {
  request: z
    .strictObject({
      studioId: f.studioId,
      what: z.enum(['name', 'avatar', 'words']),
      memberId: z.nullable(f.memberId),
      eventId: z.nullable(f.eventId),
      at: f.time,
      pass: z.boolean(),
      /** 不通过的原因，写的人看得到。 */
      reason: f.sentences(100),
    })
    .check(
      z.refine(({ what, memberId, eventId }) =>
        what === 'words' ? memberId === null && eventId !== null : memberId !== null && eventId === null,
      ),
    ),
  response: z.object({ passed: z.boolean() }),
};
