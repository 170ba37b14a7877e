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
}

/** `noWeChat`: nobody to send a message to. */
export type NoticeOutcome = 'sent' | 'refused' | 'failed' | 'unknown' | 'noWeChat';

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
  /** `held`: its words have not passed, nobody but its author sees it. */
  state: 'held' | 'open' | 'cancelled';
  /** Of the words, while they have not passed. */
  check?: Check;
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
