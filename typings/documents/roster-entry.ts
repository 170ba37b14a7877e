import type { Sealed } from './common';

/** 像花名册上这一位的人，等工作人员认。 */
export interface Asking {
  memberId: string;
  name: string;
  /** What they have in common with the entry. */
  by: 'name' | 'phone';
  at: number;
}

/** 一天有效、只用一次的二维码：长什么样只有拿着它的人知道，the secret half is kept as a keyed hash. */
export interface ScanCode {
  /** The half that finds the entry. */
  ref: string;
  hash: string;
  until: number;
  /** Wrong secrets so far. */
  tries: number;
  /** Keyed hash of the identity that it is bound to: the first one that used it. */
  usedBy: string | null;
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
  address: Sealed | null;
  /** 入伍：'1978' or '1978-03' */
  enlisted: string | null;
  /** 退役 */
  discharged: string | null;
  /** Of the name in pinyin, lower case: 'sjg'. */
  initials: string;
  /** The account that is theirs. */
  memberId: string | null;
  /** 代报名用的那一份成员：the member document of somebody without WeChat, made when they are first signed up. */
  standIn: string | null;
  asking: Asking[];
  /** How many of them wait for an answer. */
  waiting: number;
  code: ScanCode | null;
  /** Every write counts it up: whoever replaces the entry names the one that they saw. */
  rev: number;
}
