/** Stored documents, as ADR 1 describes them. Every time is epoch milliseconds. */

/** What somebody is in one studio; a visitor is no member of it. */
export type Role = 'visitor' | StudioRole;
/** The roles a studio grants. */
export type StudioRole = 'member' | 'squadLeader' | 'staff';

export type Pillar = 'heritage' | 'care' | 'learning' | 'governance';
export type DutyWork = 'patrol' | 'waste' | 'river' | 'mediation' | 'epidemic';
export type ActivityKind =
  | 'lecture'
  | 'talk'
  | 'campaignStudy'
  | 'siteVisit'
  | 'teamBuilding'
  | 'partyStudy'
  | 'youthClass'
  | 'healthLecture'
  | 'council';

/** 加密的一段文字：AES-256-GCM，`k` names the key, all three in base64url. */
export interface Sealed {
  k: string;
  n: string;
  c: string;
}

export interface Grid {
  gridId: string;
  name: string;
  lanes: string;
  households: number;
  /** 网格长 */
  leader?: string;
}

/** 工作室：一个村的老班长工作室 */
export interface StudioDocument {
  _id: string;
  v: 1;
  townId: string;
  name: string;
  station: { address: string; phone: string };
  grids: Grid[];
  /** Members who are staff: a role is taken only while another one stays. */
  staff: string[];
  /** When the set-up code made the first one; it works once. */
  setUpAt: number | null;
}

/** 认领的时间：报了名的时段，用来挡住冲突 */
export interface Claim {
  studioId: string;
  /** The event's id. */
  ref: string;
  from: number;
  to: number;
  post: string;
  /** The minute of the tap: repeating the claim within it changes nothing. */
  at: number;
}

export interface Membership {
  studioId: string;
  role: StudioRole;
  since: number;
  /** 待核实：像花名册上的一位，等工作人员认。The roster entry's id. */
  asking?: string | null;
}

/** 成员：一个微信身份 */
export interface MemberDocument {
  _id: string;
  v: 1;
  openid: string;
  name: string;
  /** 已核实的退役军人 */
  veteran: boolean;
  phone: Sealed | null;
  /** 同意了哪一版隐私说明；null before they ever did, or after they withdrew. */
  consent: { version: number; at: number } | null;
  /** Tries of codes on one day, which begins at `day`: guessing is limited. */
  tries: { day: number; count: number };
  studios: Membership[];
  claims: Claim[];
}

/** 像花名册上这一位的人，等工作人员认。 */
export interface Asking {
  memberId: string;
  name: string;
  /** What they have in common with the entry. */
  by: 'name' | 'phone';
  at: number;
}

/** 花名册上的一位老兵，不一定用手机 */
export interface RosterEntryDocument {
  _id: string;
  v: 1;
  studioId: string;
  name: string;
  gridId: string;
  phone: Sealed | null;
  /** Keyed hash of the phone, for look-ups. */
  phoneKey: string | null;
  memberId: string | null;
  asking: Asking[];
  /** How many of them wait for an answer. */
  waiting: number;
}

/** 谁在什么时候对哪条记录做了什么：only names of fields, never their contents. Nothing changes it. */
export interface AuditDocument {
  _id: string;
  v: 1;
  studioId: string;
  at: number;
  /** Null: nobody we know. */
  memberId: string | null;
  role: Role;
  action: string;
  record: string;
  fields: string[];
  /** `ok`, or the refusal's code. */
  outcome: string;
}

/** 岗位：班次里的一种分工和人数 */
export interface Post {
  code: string;
  title: string;
  /** Seats. */
  headCount: number;
  /** Who may take it. */
  roles: StudioRole[];
}

/** 报名记录：排在队里的一个人 */
export interface Entry {
  /** The request id of the tap that made it. */
  entryId: string;
  memberId: string;
  /** A copy, so that lists need no look-ups. */
  name: string;
  post: string;
  seats: number;
  at: number;
  leftAt: number | null;
}

export type NoticeOutcome = 'sent' | 'refused' | 'failed' | 'unknown';

/** 待通知：谁因为这件事补上了，要告诉他 */
export interface Notice {
  noticeId: string;
  cause: 'left';
  /** Who left, and when: names the entry. */
  memberId: string;
  at: number;
  state: 'unsent' | 'sending' | 'done';
  /** When it came into this state. */
  since: number;
  outcomes: { memberId: string; name: string; outcome: NoticeOutcome }[];
}

interface EventCommon {
  _id: string;
  v: 1;
  studioId: string;
  title: string;
  pillar: Pillar;
  place: string;
  startsAt: number;
  endsAt: number;
  state: 'open' | 'cancelled';
  posts: Post[];
  roster: Entry[];
  /** Seats of entries that have not left, per post. */
  joined: Record<string, number>;
  notices: Notice[];
  /** Notices that are not done. */
  unsent: number;
  createdBy: string;
  createdAt: number;
}

/** 班次 */
export interface ShiftDocument extends EventCommon {
  kind: 'shift';
  work: DutyWork;
  grid: { gridId: string; name: string };
  /** 要带的东西、要注意的事 */
  bring: string;
}

/** 场次 */
export interface SessionDocument extends EventCommon {
  kind: 'session';
  activity: ActivityKind;
  summary: string;
}

export type EventDocument = ShiftDocument | SessionDocument;
