import type { TriesDocument } from '../../../typings/documents/tries';
import { dayStart } from '../../domain/calendar';
import { TRIES_A_DAY } from '../../domain/tries';
import { lookUpKey } from '../secrets';
import { _ } from './database';
import { guardedUpdate, insertOnce } from './guarded';

/** Who tried a code, without saying who. */
export const triesKey = (openid: string): string => lookUpKey('tries', openid);

/**
 * One more try of a code today; false where the day's tries are used up. Taken before the code is looked at, so racing tries count.
 * Who never tried before is the usual case: one trip.
 */
export async function takeTry(openid: string, now: number): Promise<boolean> {
  const [_id, day] = [triesKey(openid), dayStart(now)];
  const first: TriesDocument = { _id, v: 1, day, count: 1 };
  if (await insertOnce('tries', first)) return true;
  const again = () => guardedUpdate('tries', { _id, day, count: _.lt(TRIES_A_DAY) }, { count: _.inc(1) });
  const newDay = () => guardedUpdate('tries', { _id, day: _.lt(day) }, { day, count: 1 });
  return ((await again()) ?? (await newDay()) ?? (await again())) !== null;
}
