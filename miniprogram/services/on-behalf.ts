import type { ActionName, Standing } from '../../typings/contract';
import type { Outcome } from './cloud';
import { call, gotNoAnswer } from './cloud';
import { readShift } from './patrols';
import { requestIdOf, settle } from './request-id';
import { currentStudio, noteChange } from './session';

/** Its contract comes with the use case. */
const JOIN_FOR = 'patrols.joinFor' as ActionName;

/** 代报名：替花名册上的一位报名，带上看到的时间。 */
export async function joinFor(shiftId: string, entryId: string): Promise<Outcome<Standing>> {
  const shift = await readShift(shiftId);
  if (!shift.ok) return shift;
  const { startsAt, endsAt, posts } = shift.data;
  const lastFirst = [...posts].reverse();
  const post = (lastFirst.find(({ missing }) => missing > 0) ?? lastFirst[0])?.code ?? 'member';
  const intention = `join ${shiftId} ${post} for ${entryId}`;
  const request = {
    requestId: requestIdOf(intention),
    studioId: currentStudio(),
    shiftId,
    post,
    startsAt,
    endsAt,
  };
  const outcome = (await call(JOIN_FOR, { ...request, entryId } as never)) as unknown as Outcome<Standing>;
  if (!gotNoAnswer(outcome)) settle(intention);
  noteChange();
  return outcome;
}
