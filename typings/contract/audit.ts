import * as z from 'zod/mini';
import * as f from './fields';

/** 记在案的动作：a use case keeps an audit only where it stands here, and each has its words on the phone. */
export const AUDITED = [
  'activities.cancel',
  'activities.change',
  'activities.give',
  'activities.resize',
  'members.confirm',
  'members.correct',
  'members.dismiss',
  'members.dropGrid',
  'members.entryPhone',
  'members.forget',
  'members.grant',
  'members.invite',
  'members.issueCode',
  'members.join',
  'members.judge',
  'members.myData',
  'members.quit',
  'members.saveGrid',
  'members.scanIn',
  'members.setAvatar',
  'members.setUp',
  'members.supervise',
  'members.unlock',
  'members.withdraw',
  'patrols.leaveFor',
  'roster.erase',
  'roster.export',
  'roster.import',
  'roster.save',
] as const;
export type AuditedAction = (typeof AUDITED)[number];

/** `here` belongs to the studio, `away` does not (any more), `gone` was deleted, `nobody` was never known. */
const standing = z.enum(['here', 'away', 'gone', 'nobody']);

const line = z.object({
  at: f.time,
  memberId: z.nullable(z.string()),
  /** Only of whom belongs to the studio. */
  name: z.nullable(z.string()),
  standing,
  role: f.role,
  action: z.string(),
  /** Where the record is a person of the studio: who. */
  about: z.nullable(z.string()),
  fields: z.array(z.string()),
  outcome: z.string(),
});
export type AuditLine = z.infer<typeof line>;

/** 从哪里接着往下看：lines of one moment may stand on two pages. */
const from = z.strictObject({ at: f.time, seen: z.int().check(z.gte(0), z.lte(1000)) });

/** 谁做过什么，新的在前。 */
export const list = {
  request: z.strictObject({
    studioId: f.studioId,
    /** Only this action, only this person; null: all. */
    action: z.nullable(z.enum(AUDITED)),
    memberId: z.nullable(f.memberId),
    from: z.nullable(from),
  }),
  response: z.object({ lines: z.array(line), next: z.nullable(from) }),
};
