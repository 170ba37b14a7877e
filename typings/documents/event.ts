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

export type NoticeOutcome = 'sent' | 'refused' | 'failed' | 'unknown';

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

/** 待通知：因为这件事，有人要知道 */
export type Notice = LeftNotice | ResizedNotice | GivenNotice;

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

/** 场次 */
export interface SessionDocument extends EventCommon {
  kind: 'session';
  activity: ActivityKind;
  summary: string;
}

export type EventDocument = ShiftDocument | SessionDocument;
