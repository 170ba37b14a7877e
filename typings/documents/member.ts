import type { Sealed, StudioRole } from './common';

/** 认领的时间：报了名的时段，用来挡住冲突 */
export interface Claim {
  studioId: string;
  /** The event's id. */
  ref: string;
  from: number;
  to: number;
  post: string;
  /** Of a series with one sign-up: which of its sessions takes this time. */
  of?: string;
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
