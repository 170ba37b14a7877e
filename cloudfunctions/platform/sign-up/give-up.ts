import type { Claim } from '../../../typings/documents/member';
import { SEAT } from '../../domain/session';
import { leaveLate } from './leave-seat';
import { stepBack } from './step-back';

/** 让出一个位子，值勤的、活动的都是：whoever waits moves up and is told. How many; null where there was nothing to leave. */
export async function giveUp(
  { studioId, ref, post }: Pick<Claim, 'studioId' | 'ref' | 'post'>,
  memberId: string,
  now: number,
): Promise<number | null> {
  if (post !== SEAT) return stepBack(studioId, ref, { memberId, post }, now);
  return (await leaveLate({ studioId, sessionId: ref }, memberId, now)).promoted;
}
