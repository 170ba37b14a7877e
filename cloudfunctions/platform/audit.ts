import { randomUUID } from 'node:crypto';
import type { AuditDocument } from '../../typings/documents/audit';
import { appendAudit } from './store/audit';

/** 记一笔：谁对哪条记录做了什么，成没成。 */
export async function note(line: Omit<AuditDocument, '_id' | 'v'>): Promise<void> {
  await appendAudit({ _id: randomUUID(), v: 1, ...line });
}
