import type { RosterEntryDocument, ScanCode } from '../../typings/documents/roster-entry';

/** 当面加入的二维码：一天有效，只用一次，错五次就锁住。 */

export const CODE_LIFE = 24 * 3_600_000;
export const MOST_WRONG = 5;

export const newCode = (ref: string, hash: string, now: number): ScanCode => ({
  ref,
  hash,
  until: now + CODE_LIFE,
  tries: 0,
  usedBy: null,
});

/** 这一位的二维码现在怎样：没有出示（或过期了）、能扫、有人扫过还没办完、锁住了。 */
export type CodeState = 'none' | 'open' | 'used' | 'locked';

export function codeStateOf(
  { code, memberId }: Pick<RosterEntryDocument, 'code' | 'memberId'>,
  now: number,
): CodeState {
  if (code === null || memberId !== null) return 'none';
  if (code.tries >= MOST_WRONG) return 'locked';
  if (code.usedBy !== null) return 'used';
  return code.until > now ? 'open' : 'none';
}
