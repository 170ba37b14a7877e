import { createHash } from 'node:crypto';

/** The number of a person of the sample: always the same, 11 digits, nobody's in particular. */
export function phoneNumberOf(openid: string): string {
  const digest = createHash('sha256').update(openid).digest();
  return `199${String(digest.readUInt32LE(0) % 100_000_000).padStart(8, '0')}`;
}
