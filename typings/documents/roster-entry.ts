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
