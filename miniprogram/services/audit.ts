import type { Request } from '../../typings/contract';
import { call } from './cloud';
import { currentStudio } from './session';

export type AuditFilter = Pick<Request<'members.audit'>, 'action' | 'memberId'>;

/** 谁做过什么，一页一页 */
export const readAudit = (filter: AuditFilter, from: Request<'members.audit'>['from']) =>
  call('members.audit', { studioId: currentStudio(), ...filter, from });
