import * as z from 'zod/mini';
import * as f from './fields';
import { sessionCard } from './activities';
import { ageBand, noticeAbout } from './session-fields';
import { check, shiftCard } from './patrols';

/** 督查的镇；不是督查就没有。 */
const supervised = z.nullable(z.object({ townId: f.townId, name: z.string() }));

/** 首页：我是谁，下一班，今天哪里缺人，最近的活动。不是成员时只有 `me`，和自己的工作室。 */
export const home = {
  request: z.strictObject({ studioId: f.studioId }),
  response: z.object({
    me: z.object({ name: z.string(), role: f.role, veteran: z.boolean() }),
    next: z.nullable(shiftCard),
    gaps: z.array(shiftCard),
    /** 今天一共几处缺人；`gaps` holds the first few. */
    gapCount: z.int(),
    sessions: z.array(sessionCard),
    /** 我的工作室，名字和编号。 */
    studios: z.array(z.object({ studioId: f.studioId, name: z.string() })),
    town: supervised,
    /** 等工作人员认的人：how many roster entries somebody waits at; 0 for who is no staff. */
    asking: z.int(),
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

/** 认出来了没有：花名册上的老兵、等工作人员认、志愿者。 */
export const recognised = z.enum(['veteran', 'asking', 'volunteer']);

/** 加入工作室：名字就够了，电话可给可不给。A repeat answers the same and makes nobody twice. */
export const join = {
  request: z.strictObject({
    studioId: f.studioId,
    name: f.personName,
    phone: z.nullable(
      z.union([
        /** What 微信手机号 yields: five minutes, once. */
        z.strictObject({ code: z.string().check(z.minLength(1), z.maxLength(128)) }),
        z.strictObject({ typed: f.mobile }),
      ]),
    ),
    /** 同意的是哪一版隐私说明。 */
    consent: f.consent,
  }),
  response: z.object({
    name: z.string(),
    role: f.studioRole,
    recognised,
    /** 这是本人唯一的工作室。 */
    only: z.boolean(),
  }),
};
export type Joined = z.infer<typeof join.response>;

/** 我的资料。 */
export const me = {
  request: z.strictObject({ studioId: f.studioId }),
  response: z.object({
    /** 我写的名字，也许别人还看不到。 */
    name: z.string(),
    nameCheck: z.nullable(check),
    avatar: z.nullable(z.object({ state: f.avatarState, url: z.nullable(z.string()), reason: z.string() })),
    /** 头像传到哪里；only this person's phone is told. */
    avatarPath: z.nullable(z.string()),
    role: f.role,
    recognised: z.nullable(recognised),
    /** 只露头尾的电话；没有留就没有。 */
    phone: z.nullable(z.string()),
    consentAt: z.nullable(f.time),
    studios: z.array(z.object({ studioId: f.studioId, name: z.string(), role: f.studioRole, since: f.time })),
    town: supervised,
    can: f.can,
  }),
};
export type Me = z.infer<typeof me.response>;

/** 等工作人员认的人，先来的在前。 */
export const asking = {
  request: z.strictObject({ studioId: f.studioId }),
  response: z.object({
    entries: z.array(
      z.object({
        entryId: f.entryId,
        name: z.string(),
        gridName: z.string(),
        /** Somebody else is already linked to this entry. */
        taken: z.boolean(),
        people: z.array(
          z.object({ memberId: f.memberId, name: z.string(), by: z.enum(['name', 'phone']), at: f.time }),
        ),
      }),
    ),
  }),
};
export type AskingEntry = z.infer<typeof asking.response>['entries'][number];

/** 认，或者不是他。 */
export const confirm = {
  request: z.strictObject({
    studioId: f.studioId,
    entryId: f.entryId,
    memberId: f.memberId,
    same: z.boolean(),
  }),
  response: z.object({ veteran: z.boolean() }),
};

/** 工作室的人，一页一页；或者姓名这样开头的那些。 */
export const people = {
  request: z.strictObject({
    studioId: f.studioId,
    after: z.nullable(f.memberId),
    /** How their names begin; null: everybody. */
    named: z.nullable(f.name(20)),
  }),
  response: z.object({
    people: z.array(
      z.object({
        memberId: f.memberId,
        name: z.string(),
        role: f.studioRole,
        veteran: z.boolean(),
        me: z.boolean(),
        /** Only one that has passed. */
        avatar: z.nullable(z.string()),
      }),
    ),
    /** What to ask for next; null at the end. */
    next: z.nullable(f.memberId),
  }),
};
export type PersonLine = z.infer<typeof people.response>['people'][number];

/** 给一个人换角色：最后一位工作人员换不掉。 */
export const grant = {
  request: z.strictObject({ studioId: f.studioId, memberId: f.memberId, role: f.studioRole }),
  response: z.object({ role: f.studioRole }),
};

/** 启用工作室：部署时给的一次性启用码，让第一位工作人员就位。 */
export const setUp = {
  request: z.strictObject({ studioId: f.studioId, code: f.code }),
  response: z.object({ role: f.studioRole }),
};

/** 退出工作室。 */
export const quit = {
  request: z.strictObject({ studioId: f.studioId }),
  response: z.object({ left: z.boolean() }),
};

/** 我的全部资料，拿得走：a readable page and its JSON are made from the same answer. */
export const myData = {
  request: z.strictObject({
    studioId: f.studioId,
    /** 号码只在本人点了才给全。 */
    phones: z.enum(['masked', 'clear']),
  }),
  response: z.object({
    name: z.string(),
    phone: z.nullable(z.string()),
    veteran: z.boolean(),
    consent: z.nullable(z.object({ version: z.int(), at: f.time })),
    studios: z.array(z.object({ name: z.string(), role: f.studioRole, since: f.time, asking: z.boolean() })),
    /** 花名册上认给我的：the station's own record of me. */
    roster: z.array(
      z.object({ studio: z.string(), name: z.string(), grid: z.string(), phone: z.nullable(z.string()) }),
    ),
    duties: z.array(
      z.object({
        title: z.string(),
        place: z.string(),
        startsAt: f.time,
        endsAt: f.time,
        post: z.string(),
        at: f.time,
        leftAt: z.nullable(f.time),
        /** 连我在内几位，孩子在哪个年龄段，报名时的回答。 */
        seats: z.int(),
        youth: z.nullable(ageBand),
        answers: z.array(z.object({ question: z.string(), answer: z.string() })),
      }),
    ),
    /** 约好的咨询。 */
    bookings: z.array(z.object({ title: z.string(), desk: z.string(), at: f.time })),
    /** 发给我的通知。 */
    notices: z.array(z.object({ title: z.string(), at: f.time, about: noticeAbout, sent: z.boolean() })),
  }),
};
export type MyData = z.infer<typeof myData.response>;

/** 改名字、改电话。 */
export const correct = {
  request: z.strictObject({
    studioId: f.studioId,
    name: f.personName,
    /** Null: no phone any more. `keep`: the one that is stored. */
    phone: z.nullable(z.union([z.literal('keep'), f.mobile])),
  }),
  response: z.object({ name: z.string(), phone: z.nullable(z.string()) }),
};

/** 撤回同意：离开每个工作室，电话删掉；名字和做过的值勤还在，直到注销。 */
export const withdraw = {
  request: z.strictObject({ studioId: f.studioId }),
  response: z.object({ withdrawn: z.boolean() }),
};

/** 注销：哪里都认不出这个人了，时长和人数不变。 */
export const forget = {
  request: z.strictObject({ studioId: f.studioId }),
  response: z.object({ forgotten: z.boolean() }),
};

/** 定时照看：照注销登记再删一遍，数一遍花名册；只由定时器调用。 */
export const tend = {
  request: z.strictObject({}),
  response: z.object({
    /** How many people had come back. */
    forgotten: z.int(),
    /** There are more than one run takes. */
    more: z.boolean(),
    /** Studios whose number of veterans had changed. */
    counted: z.int(),
  }),
};
