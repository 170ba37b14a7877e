import type { Sealed } from './common';

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
  v: 2;
  studioId: string;
  name: string;
  /** Empty: nobody knows the grid. */
  gridId: string;
  phone: Sealed | null;
  /** Keyed hash of the phone, for look-ups. */
  phoneKey: string | null;
  /** 住址 */
  address: Sealed | null;
  /** 入伍时间：a year, or a year and a month: `1978`, `1978-03`. */
  enlisted: string | null;
  /** 退役时间 */
  discharged: string | null;
  /** 名字的拼音首字母，小写，比如 `sjg`。 */
  initials: string;
  /** The WeChat account that is tied to it. */
  memberId: string | null;
  /** The member document of a person without a phone. */
  standIn: string | null;
  asking: Asking[];
  /** How many of them wait for an answer. */
  waiting: number;
  /** 当面扫的码；null: none is out. */
  code: { ref: string; hash: string; until: number; tries: number; usedBy: string | null } | null;
  /** Every write counts it up: whoever replaces the entry names the one that they saw. */
  rev: number;
}
