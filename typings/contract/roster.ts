import * as z from 'zod/mini';
import * as f from './fields';

/** 花名册上的一位，名单里的样子。 */
const entryLine = z.object({
  entryId: f.entryId,
  name: z.string(),
  /** Empty: nobody knows. */
  gridId: z.string(),
  /** Uses the mini-program. */
  tied: z.boolean(),
});
export type EntryLine = z.infer<typeof entryLine>;

/** 从哪里接着往下翻。 */
const place = z.object({ initials: z.string(), entryId: f.entryId });

/** 找人：名字里的字、拼音首字母、手机号，空着就是全部；按拼音排，一页二十位。 */
export const search = {
  request: z.strictObject({
    studioId: f.studioId,
    text: z.string().check(z.trim(), z.maxLength(20)),
    gridId: z.nullable(f.gridId),
    after: z.nullable(z.strictObject({ initials: z.string().check(z.maxLength(20)), entryId: f.entryId })),
  }),
  response: z.object({ entries: z.array(entryLine), next: z.nullable(place) }),
};
export type RosterPlace = z.infer<typeof place>;

/** 一位的全部，工作人员看。 */
export const entry = {
  request: z.strictObject({ studioId: f.studioId, entryId: f.entryId }),
  response: z.object({
    entryId: f.entryId,
    name: z.string(),
    gridId: z.string(),
    phone: z.nullable(z.string()),
    address: z.nullable(z.string()),
    enlisted: z.nullable(z.string()),
    discharged: z.nullable(z.string()),
    tied: z.boolean(),
    /** Comes back with `save`, so that nobody's change is written over. */
    rev: z.int(),
  }),
};
export type RosterEntry = z.infer<typeof entry.response>;

/** 添一位，或者改一位。 */
export const save = {
  request: z.strictObject({
    requestId: f.requestId,
    studioId: f.studioId,
    /** Null: a new one. */
    entryId: z.nullable(f.entryId),
    rev: z.int().check(z.gte(0)),
    name: f.personName,
    gridId: z.nullable(f.gridId),
    phone: z.nullable(f.mobile),
    address: z.nullable(f.address),
    enlisted: z.nullable(f.yearMonth),
    discharged: z.nullable(f.yearMonth),
  }),
  response: z.object({ entryId: f.entryId }),
};

/** 本人要求，从花名册上删掉，以后也不再导入。 */
export const erase = {
  request: z.strictObject({ studioId: f.studioId, entryId: f.entryId }),
  response: z.object({ erased: z.boolean() }),
};

/** 要导入一份表：说好放在哪里，一天后清掉。 */
export const upload = {
  request: z.strictObject({ studioId: f.studioId }),
  response: z.object({ path: z.string() }),
};

/** 一行为什么不能导入。 */
export const rowProblem = z.enum([
  'no_name',
  'bad_name',
  'name_too_long',
  'not_a_person',
  'id_number',
  'formula',
  'error_value',
  'landline',
  'several_phones',
  'digits_lost',
  'bad_phone',
  'bad_date',
  'which_month',
  'future_date',
  'dates_crossed',
  'unknown_grid',
  'bad_address',
  'phone_twice',
  'same_name',
  'phone_of_other',
  'namesake',
  'erased',
]);
export type RowProblem = z.infer<typeof rowProblem>;

export const rosterField = z.enum(['name', 'phone', 'gridId', 'address', 'enlisted', 'discharged']);
export type RosterField = z.infer<typeof rosterField>;

/** 表里的一行。 */
const sheetRow = { row: z.int(), name: z.string() };

/** 看一遍表，什么也不写。At most a hundred rows of each kind are listed. */
export const preview = {
  request: z.strictObject({ studioId: f.studioId, fileId: f.rosterFile }),
  response: z.object({
    /** Names exactly this file: the import is of what was looked at. */
    digest: z.string(),
    counts: z.object({ fresh: z.int(), changed: z.int(), same: z.int(), wrong: z.int() }),
    /** 没有用的列，和为什么。 */
    ignored: z.array(
      z.object({ column: z.string(), header: z.string(), why: z.enum(['unknown', 'id_number', 'twice']) }),
    ),
    fresh: z.array(z.object(sheetRow)),
    changed: z.array(z.object({ ...sheetRow, fields: z.array(rosterField), was: z.nullable(z.string()) })),
    wrong: z.array(
      z.object({
        ...sheetRow,
        cell: z.string(),
        problem: rowProblem,
        /** What stands there, or whom it is like; empty where it must not be repeated. */
        text: z.string(),
        /** The row that it contradicts. */
        other: z.nullable(z.int()),
      }),
    ),
  }),
};
export type SheetPreview = z.infer<typeof preview.response>;

/** 确认导入：写到写完为止，一次写不完就再叫一次。 */
export const importSheet = {
  request: z.strictObject({
    studioId: f.studioId,
    fileId: f.rosterFile,
    digest: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  }),
  response: z.object({ done: z.int(), total: z.int(), finished: z.boolean() }),
};

/** 导出：同样的列，一小时内取。 */
export const exportSheet = {
  request: z.strictObject({ studioId: f.studioId }),
  response: z.object({ url: z.string(), count: z.int() }),
};

/** 定时清扫：写完断在半路的一批，清掉到期的文件；只由定时器调用。 */
export const sweep = {
  request: z.strictObject({}),
  response: z.object({ completed: z.int(), removed: z.int() }),
};
