import { createHash, randomInt } from 'node:crypto';

/** An id that the same person's same request always gives: repeating it makes nothing new, changing a field does. */
export function eventIdOf(memberId: string, request: object): string {
  const digest = createHash('sha256')
    .update(`${memberId} ${JSON.stringify(request)}`)
    .digest('hex');
  return `e_${digest.slice(0, 24)}`;
}

const LETTERS = '0123456789abcdefghijklmnopqrstuvwxyz';

const drawn = (length: number): string =>
  Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join('');

/** Says nothing about the person. */
export const newMemberId = (): string => `m_${drawn(24)}`;

/** The two halves of a scan code; they are drawn, and say nothing about anybody. */
export const newScanCode = () => ({ ref: drawn(8), secret: drawn(20) });
