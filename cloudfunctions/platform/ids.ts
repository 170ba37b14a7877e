import { createHash } from 'node:crypto';

/** An id that the same person's same request always gives: repeating it makes nothing new. */
export function eventIdOf(memberId: string, requestId: string): string {
  const digest = createHash('sha256').update(`${memberId} ${requestId}`).digest('hex');
  return `e_${digest.slice(0, 24)}`;
}
