import * as z from 'zod/mini';
import * as f from './fields';

const one = z.strictObject({ studioId: f.studioId, entryId: f.entryId });

/** 花名册上的一位：给工作人员看的一页。 */
export const entry = {
  request: one,
  response: z.object({
    entryId: f.entryId,
    name: z.string(),
    gridName: z.string(),
    /** Has an account. */
    joined: z.boolean(),
    /** 只露头尾的电话；没有就没有。 */
    phone: z.nullable(z.string()),
    code: z.object({ state: z.enum(['none', 'open', 'used', 'locked']), until: z.nullable(f.time) }),
    /** 要去的班。 */
    duties: z.array(
      z.object({
        shiftId: f.eventId,
        title: z.string(),
        gridName: z.string(),
        place: z.string(),
        startsAt: f.time,
        endsAt: f.time,
        postTitle: z.string(),
      }),
    ),
    can: f.can,
  }),
};
export type RosterPerson = z.infer<typeof entry.response>;

/** 要打电话了才看得到整个号码，看一次记一次。 */
export const entryPhone = { request: one, response: z.object({ phone: f.mobile }) };

/** 出示二维码：一天有效，只用一次。 */
export const issueCode = {
  request: one,
  response: z.object({
    /** The picture, base64. */
    picture: z.string(),
    format: z.enum(['png', 'jpg']),
    until: f.time,
  }),
};
export type ScanCodePicture = z.infer<typeof issueCode.response>;

/** 解锁：有人试错太多次。 */
export const unlock = { request: one, response: z.object({ unlocked: z.boolean() }) };

/** 扫码加入：名字、老兵身份都照花名册，什么都不用填。A repeat by the same person completes it and answers the same. */
export const scanIn = {
  request: z.strictObject({ code: f.scanCode, consent: f.consent }),
  response: z.object({
    studioId: f.studioId,
    name: z.string(),
    role: f.studioRole,
    /** Somebody else's code: this person is here already, nothing was changed. */
    already: z.boolean(),
  }),
};
export type Scanned = z.infer<typeof scanIn.response>;
