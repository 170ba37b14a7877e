import type { Role } from './common';

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
