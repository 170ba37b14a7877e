import type { Avatar, NameCheck } from './check';
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

/** 成员：一个微信身份；or somebody without WeChat, whom others sign up: then the openid begins with `none:`. */
export interface MemberDocument {
  _id: string;
  v: 1;
  openid: string;
  /** 别人看到的名字：has always passed, or says that it is being looked at. */
  name: string;
  /** The name that the person wrote, while it has not passed. */
  check?: NameCheck;
  avatar?: Avatar | null;
  /** 存储里可能有的头像文件：noted before a file is made, so that none is left behind. */
  files?: string[];
  /** 已核实的退役军人 */
  veteran: boolean;
  phone: Sealed | null;
  /** 同意了哪一版隐私说明；null before they ever did, or after they withdrew. */
  consent: { version: number; at: number } | null;
  studios: Membership[];
  /** 镇级督查：which town. */
  supervises: string | null;
  claims: Claim[];
  /** Of somebody without WeChat who has an account since: whose it is, since when. It goes once no call can be under way with it. */
  merged?: { into: string; at: number };
}
