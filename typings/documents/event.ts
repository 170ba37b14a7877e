import type { Check } from './check';
import type { Pillar, StudioRole } from './common';

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
  /** 代报名：the member who signed them up; null: their own tap. */
  by: string | null;
  /** 候补截止以后从位子上退的：这么多位子空着，等工作人员安排。They still count in the queue, so nobody moves up by the leaving. */
  kept?: number;
  /** 工作人员把空着的位子给了他。 */
  given?: boolean;
  /** The member of staff who took the place away, when the capacity shrank. */
  removedBy?: string;
  /** 一起来的孩子在哪个年龄段；never a name. */
  youth?: AgeBand;
  /** 报名时的回答，by the question's id. */
  answers?: Record<string, string>;
  arrival?: Arrival;
}

export type AgeBand = 'under7' | 'from7' | 'from12';

/** 签到。`measured`: online with a fresh code, or marked by the leader on the spot; `claimed`: late or by a printed code, until the leader confirms. */
export interface Arrival {
  at: number;
  kind: 'measured' | 'claimed';
  /** What the phone's clock said, where the phone told it. */
  phoneAt: number | null;
  /** Who marked it; null: the person by the code. */
  by: string | null;
}

/** `noWeChat`: nobody to send a message to. */
export type NoticeOutcome = 'sent' | 'refused' | 'failed' | 'unknown' | 'noWeChat';

interface NoticeCommon {
  noticeId: string;
  at: number;
  state: 'unsent' | 'sending' | 'done';
  /** When it came into this state. */
  since: number;
  outcomes: { memberId: string; name: string; outcome: NoticeOutcome }[];
}

/** 有人退出：谁补上了。Who left, and when: names the entry. */
export interface LeftNotice extends NoticeCommon {
  cause: 'left';
  memberId: string;
}

/** 名额变了：谁补上了，谁被请出来了。 */
export interface ResizedNotice extends NoticeCommon {
  cause: 'resized';
  post: string;
  /** Seats before, and from now on. */
  from: number;
  to: number;
  /** Entries that leave by it. */
  removed: string[];
  /** Empty seats that are no longer kept. */
  released: { entryId: string; seats: number }[];
}

/** 工作人员把空着的位子给了一位排队的。 */
export interface GivenNotice extends NoticeCommon {
  cause: 'given';
  entryId: string;
}

/** 改了时间地点：everybody signed up at that time is told. */
export interface ChangedNotice extends NoticeCommon {
  cause: 'changed';
  /** The time before. */
  was: Span;
}

/** 取消了：everybody signed up is told; 快到了：everybody with a place is reminded. */
export interface AllNotice extends NoticeCommon {
  cause: 'cancelled' | 'reminder';
}

/** 待通知：因为这件事，有人要知道 */
export type Notice = LeftNotice | ResizedNotice | GivenNotice | ChangedNotice | AllNotice;

export interface Span {
  startsAt: number;
  endsAt: number;
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
  /** `held`: its words have not passed, nobody but its author sees it. */
  state: 'held' | 'open' | 'cancelled';
  /** Of the words, while they have not passed. */
  check?: Check;
  posts: Post[];
  /** 候补截止：from then on a place that comes free stays free until staff give it. Shifts have none. */
  cutOff?: number;
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

/** 谁可以报名。`youth`: through a guardian, who gives a number of seats and an age band, never a child's name. */
export type Audience = 'all' | 'veterans' | 'youth';

/** 报名时问的一句。 */
export interface Question {
  /** `q1`, `q2`, … */
  questionId: string;
  text: string;
  /** Empty: any words; else one of these. */
  options: string[];
  required: boolean;
}

/** 咨询台：医生或者懂行的人，一人一个时段。 */
export interface Desk {
  /** `d1`, `d2`, … */
  deskId: string;
  title: string;
  from: number;
  to: number;
  /** Length of a slot, minutes. */
  minutes: number;
}

/** 约好的一个时段。 */
export interface Booking {
  deskId: string;
  /** Counts from 0: a desk that is moved takes its bookings along. */
  slot: number;
  memberId: string;
  name: string;
  bookedAt: number;
}

/** 场次 */
export interface SessionDocument extends EventCommon {
  kind: 'session';
  activity: ActivityKind;
  summary: string;
  /** 系列：the id of the first of the sessions that were posted together. */
  seriesId: string | null;
  /** 一次报名，整个系列都算：the first session keeps the roster of all. */
  seriesSignUp: boolean;
  /** The other times that a sign-up here takes. */
  more: (Span & { sessionId: string })[];
  /** Where `openLocation` leads, GCJ-02. */
  spot: { latitude: number; longitude: number } | null;
  /** 封面：a checked picture; null: drawn in the pillar's colour. */
  cover: { fileId: string; state: 'waiting' | 'passed' } | null;
  /** 从什么时候起看得到；before, only staff see it. */
  opensAt: number;
  /** 报名截止，不晚于候补截止。 */
  deadline: number;
  cutOff: number;
  audience: Audience;
  /** 每人最多还能带几位。 */
  companions: number;
  questions: Question[];
  desks: Desk[];
  bookings: Booking[];
  /** Seats that stand empty since the cut-off, counted along for the card. */
  held: number;
  /** When to remind those with a place; null: no more, or nobody can have one. */
  remindAt: number | null;
  /** Counts what staff change: a change is written only onto what was seen. */
  rev: number;
  /** 改过的时间、地点，新的在后。 */
  changes: { at: number; what: ('time' | 'place')[] }[];
  /** Why it was cancelled; empty: it was not. */
  cancelledFor: string;
  /** 这一场结束了，到场变成了服务时长和次数。 */
  closedAt: number | null;
}

export type EventDocument = ShiftDocument | SessionDocument;
