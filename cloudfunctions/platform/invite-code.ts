import { randomInt } from 'node:crypto';
import { lookUpKey } from './secrets';

/** 邀请码：eight digits, easy to tell over the telephone; five tries a day and person keep it from being guessed. */
export const newInviteCode = (): string => String(randomInt(10 ** 8)).padStart(8, '0');

/** What is kept of it. */
export const inviteKey = (townId: string, code: string): string => lookUpKey('code', `${townId} ${code}`);
