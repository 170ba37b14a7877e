import * as z from 'zod/mini';
import * as f from './fields';

/** 全镇的工作室，一个一行；督查的同事。 */
export const town = {
  request: z.strictObject({ townId: f.townId }),
  response: z.object({
    name: z.string(),
    studios: z.array(
      z.object({
        studioId: f.studioId,
        name: z.string(),
        station: z.object({ address: z.string(), phone: z.string() }),
        grids: z.int(),
        staff: z.int(),
        /** 花名册上的老兵；counted every hour. */
        veterans: z.int(),
      }),
    ),
    supervisors: z.array(z.object({ memberId: f.memberId, name: z.string(), me: z.boolean() })),
  }),
};
export type Town = z.infer<typeof town.response>;

/** 凭码当督查：部署时给的码，或者同事给的邀请码。Makes an account where there is none. */
export const supervise = {
  request: z.strictObject({
    /** Of the town whose studio this is. */
    studioId: f.studioId,
    name: f.personName,
    consent: f.consent,
    code: f.code,
  }),
  response: z.object({ town: z.object({ townId: f.townId, name: z.string() }) }),
};

/** 请一位同事：一天有效、用一次的码。 */
export const invite = {
  request: z.strictObject({ townId: f.townId }),
  response: z.object({ code: z.string(), until: f.time }),
};

/** 不再当督查：别人，或者自己。 */
export const dismiss = {
  request: z.strictObject({ townId: f.townId, memberId: f.memberId }),
  response: z.object({ dismissed: z.boolean() }),
};
