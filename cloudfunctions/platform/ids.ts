import { createHash, randomInt } from 'node:crypto';

/** An id that the same person's same request always gives: repeating it makes nothing new, changing a field does. */
export function eventIdOf(memberId: string, request: object): string {
  const digest = createHash('sha256')
    .update(`${memberId} ${JSON.stringify(request)}`)
    .digest('hex');
  return `e_${digest.slice(0, 24)}`;
}

const LETTERS = '0123456789abcdefghijklmnopqrstuvwxyz';

const random = () => Array.from({ length: 24 }, () => LETTERS[randomInt(LETTERS.length)]).join('');

/** Says nothing about the person. */
export const newMemberId = (): string => `m_${random()}`;

/** A folder of its own for each file; it says nothing either. */
export const newFolder = (): string => `avatars/${random()}`;
