import type { AuditDocument } from '../../../typings/documents/audit';
import { _, collection } from './database';
import { defined, filtered } from './guarded';

/** Only ever appended to. */
export async function appendAudit(line: AuditDocument): Promise<void> {
  defined(line, 'audit');
  await collection('audit').add(line);
}

/** The newest lines first, from `from.at` back, without the first `from.seen` of that moment. */
export async function auditLines(
  studioId: string,
  {
    action,
    memberId,
    from,
  }: { action: string | null; memberId: string | null; from: { at: number; seen: number } },
  most: number,
): Promise<AuditDocument[]> {
  const { data } = await filtered('audit', {
    studioId,
    ...(action === null ? {} : { action }),
    ...(memberId === null ? {} : { memberId }),
    at: _.lte(from.at),
  })
    .orderBy('at', 'desc')
    .orderBy('_id', 'desc')
    .skip(from.seen)
    .limit(most)
    .get();
  return data as AuditDocument[];
}
