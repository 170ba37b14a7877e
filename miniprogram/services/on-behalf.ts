import type { ShiftCard, ShiftDetail, Standing } from '../../typings/contract';
import type { Outcome } from './cloud';
import { call, gotNoAnswer } from './cloud';
import { readShift } from './patrols';
import { requestIdOf, settle } from './request-id';
import { currentStudio, noteChange } from './session';

type Seen = Pick<ShiftCard, 'shiftId' | 'startsAt' | 'endsAt'>;

const planned = new Map<string, Seen & { post: string }>();

/** 先在班次里选好岗位，再到花名册里选人。 */
export function planFor({ shiftId, startsAt, endsAt }: Seen, post: string): void {
  planned.set(shiftId, { shiftId, startsAt, endsAt, post });
}

/** 代报名：替花名册上的一位报名，带上看到的时间。 */
export async function joinFor(shiftId: string, entryId: string): Promise<Outcome<Standing>> {
  const plan = planned.get(shiftId);
  if (plan) return send(plan, entryId);
  const shift = await readShift(shiftId);
  if (!shift.ok) return shift;
  planFor(shift.data, usualPost(shift.data.posts));
  return joinFor(shiftId, entryId);
}

async function send(plan: Seen & { post: string }, entryId: string): Promise<Outcome<Standing>> {
  const intention = `join ${plan.shiftId} ${plan.post} for ${entryId}`;
  const requestId = requestIdOf(intention);
  const outcome = await call('patrols.joinFor', { requestId, studioId: currentStudio(), entryId, ...plan });
  if (!gotNoAnswer(outcome)) settle(intention);
  // What was seen holds no more: the shift is read anew for the next one.
  if (!outcome.ok && outcome.code === 'changed') planned.delete(plan.shiftId);
  noteChange();
  return outcome;
}

/** 没有选过岗位：缺人的，或者队员，它在最后。 */
function usualPost(posts: ShiftDetail['posts']): string {
  const lastFirst = [...posts].reverse();
  return (lastFirst.find((post) => post.missing > 0) ?? lastFirst[0])?.code ?? 'member';
}

/** 替他退出。「没有报名」就是已经退出：the answer to an earlier call of the same tap may have been lost. */
export async function leaveFor(shiftId: string, post: string, entryId: string) {
  const outcome = await call('patrols.leaveFor', { studioId: currentStudio(), shiftId, post, entryId });
  noteChange();
  const gone = !outcome.ok && outcome.code === 'not_joined';
  return gone ? { ok: true as const, data: { promoted: 0 } } : outcome;
}
