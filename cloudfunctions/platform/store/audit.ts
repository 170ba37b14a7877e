import type { AuditDocument } from '../../../typings/documents/audit';
import { _, collection } from './database';
import { defined, filtered } from './guarded';

/** Only ever appended to. */
export async function appendAudit(line: AuditDocument): Promise<void> {
  defined(line, 'audit');
  await collection('audit').add(line);
}

/** Lines before `before`, the newest first. */
export async function auditLines(
  studioId: string,
  { action, memberId, before }: { action: string | null; memberId: string | null; before: number },
  most: number,
): Promise<AuditDocument[]> {
  const { data } = await filtered('audit', {
    studioId,
    ...(action === null ? {} : { action }),
    ...(memberId === null ? {} : { memberId }),
    at: _.lt(before),
  })
    .orderBy('at', 'desc')
    .limit(most)
    .get();
  return data as AuditDocument[];
}

/** Ends the retention of what is older. */
export async function pruneAudit(before: number): Promise<void> {
  await filtered('audit', { at: _.lt(before) }).remove();
}
