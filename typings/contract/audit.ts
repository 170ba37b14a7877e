import * as z from 'zod/mini';
import * as f from './fields';

/** 谁做过什么，新的在前。 */
export const list = {
  request: z.strictObject({
    studioId: f.studioId,
    /** Only this action, only this person; null: all. */
    action: z.nullable(z.string().check(z.maxLength(40))),
    memberId: z.nullable(f.memberId),
    before: z.nullable(f.time),
  }),
  response: z.object({
    lines: z.array(
      z.object({
        at: f.time,
        memberId: z.nullable(z.string()),
        role: f.role,
        action: z.string(),
        record: z.string(),
        fields: z.array(z.string()),
        outcome: z.string(),
      }),
    ),
    next: z.nullable(f.time),
  }),
};
