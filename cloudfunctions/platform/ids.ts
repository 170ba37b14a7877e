import { createHash, randomInt } from 'node:crypto';
import { lookUpKey } from './secrets';

/** An id that the same person's same request always gives: repeating it makes nothing new, changing a field does. */
export function eventIdOf(memberId: string, request: object): string {
  const digest = createHash('sha256')
    .update(`${memberId} ${JSON.stringify(request)}`)
    .digest('hex');
  return `e_${digest.slice(0, 24)}`;
}

/** The id of a roster entry that the same request always gives. */
export function entryIdOf(studioId: string, requestId: string): string {
  const digest = createHash('sha256').update(`${studioId} ${requestId}`).digest('hex');
  return `r_${digest.slice(0, 24)}`;
}

/** The same for somebody whom a sheet names: nobody without the key can try people out. `taken` ids are passed over. */
export function entryIdFor(studioId: string, person: string[], taken: { has(id: string): boolean }): string {
  for (let turn = 0; ; turn++) {
    const key = lookUpKey('entry', JSON.stringify([studioId, ...person, turn]));
    const id = `r_${Buffer.from(key, 'base64url').toString('hex').slice(0, 24)}`;
    if (!taken.has(id)) return id;
  }
}

const LETTERS = '0123456789abcdefghijklmnopqrstuvwxyz';

const drawn = (length: number): string =>
  Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join('');

/** Says nothing about the person. */
export const newMemberId = (): string => `m_${drawn(24)}`;

/** Nobody guesses it. */
export const newFileId = (): string => `f_${drawn(24)}`;

/** The two halves of a scan code; they are drawn, and say nothing about anybody. */
export const newScanCode = () => ({ ref: drawn(8), secret: drawn(20) });

/** A folder of its own for each file; it says nothing either. */
export const newFolder = (): string => `avatars/${drawn(24)}`;
