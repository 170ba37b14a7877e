import * as z from 'zod/mini';
import * as f from './fields';
import { sessionCard } from './activities';
import { shiftCard } from './patrols';

/** 首页：我是谁，下一班，今天哪里缺人，最近的活动。不是成员时只有 `me`。 */
export const home = {
  request: z.strictObject({ studioId: f.studioId }),
  response: z.object({
    me: z.object({ name: z.string(), role: f.role, veteran: z.boolean() }),
    next: z.nullable(shiftCard),
    gaps: z.array(shiftCard),
    /** 今天一共几处缺人；`gaps` holds the first few. */
    gapCount: z.int(),
    sessions: z.array(sessionCard),
    can: f.can,
  }),
};
export type Home = z.infer<typeof home.response>;

/** 工作室的固定信息：村、电话、网格。 */
export const studio = {
  request: z.strictObject({ studioId: f.studioId }),
  response: z.object({
    name: z.string(),
    station: z.object({ address: z.string(), phone: z.string() }),
    grids: z.array(z.object({ gridId: f.gridId, name: z.string() })),
  }),
};
export type Studio = z.infer<typeof studio.response>;
