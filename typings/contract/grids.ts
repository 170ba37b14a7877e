import * as z from 'zod/mini';
import * as f from './fields';

/** 网格：名字、弄堂、户数、网格长。 */
const grid = {
  name: f.name(20),
  lanes: f.sentences(100),
  households: z.int().check(z.gte(0), z.lte(9999)),
  /** 网格长的名字，是工作室里的人；empty: nobody. */
  leader: z.union([z.literal(''), f.personName]),
};

/** The state that a screen showed: a change is made only where nobody has made one since. */
const rev = z.int().check(z.gte(0));

/** 这个工作室的网格。 */
export const list = {
  request: z.strictObject({ studioId: f.studioId }),
  response: z.object({
    grids: z.array(
      z.object({
        gridId: f.gridId,
        name: z.string(),
        lanes: z.string(),
        households: z.int(),
        leader: z.string(),
        rev,
      }),
    ),
  }),
};
export type GridLine = z.infer<typeof list.response>['grids'][number];

/** 加一个，或者改一个。 */
export const save = {
  request: z.strictObject({
    studioId: f.studioId,
    /** Null: a new one. */
    gridId: z.nullable(f.gridId),
    rev,
    grid: z.strictObject(grid),
  }),
  response: z.object({ gridId: f.gridId }),
};

/** 撤掉一个；花名册上还有人、班次还没结束的，撤不掉。 */
export const drop = {
  request: z.strictObject({ studioId: f.studioId, gridId: f.gridId, rev }),
  response: z.object({ dropped: z.boolean() }),
};
