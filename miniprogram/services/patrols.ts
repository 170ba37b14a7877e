import type { Request, ShiftCard } from '../../typings/contract';
import { call, gotNoAnswer } from './cloud';
import { requestIdOf, settle } from './request-id';
import { currentStudio, noteChange } from './session';

/** 任务白板 */
export const readBoard = () => call('patrols.board', { studioId: currentStudio() });

/** 班次详情 */
export const readShift = (shiftId: string) => call('patrols.detail', { studioId: currentStudio(), shiftId });

/** 我的值勤 */
export const readMine = () => call('patrols.mine', { studioId: currentStudio() });

type Seen = Pick<ShiftCard, 'shiftId' | 'startsAt' | 'endsAt'>;

/** 报名，带上看到的时间。 */
export async function joinShift({ shiftId, startsAt, endsAt }: Seen, post: string) {
  const intention = `join ${shiftId} ${post}`;
  const requestId = requestIdOf(intention);
  const outcome = await call('patrols.join', {
    requestId,
    studioId: currentStudio(),
    shiftId,
    post,
    startsAt,
    endsAt,
  });
  if (!gotNoAnswer(outcome)) settle(intention);
  noteChange();
  return outcome;
}

/** 退出 */
export async function leaveShift(shiftId: string, post: string) {
  const outcome = await call('patrols.leave', { studioId: currentStudio(), shiftId, post });
  noteChange();
  return outcome;
}

/** 发值勤：requestId 在草稿里，点几次都只发一班。 */
export async function postShift(shift: Omit<Request<'patrols.post'>, 'studioId'>) {
  const outcome = await call('patrols.post', { studioId: currentStudio(), ...shift });
  noteChange();
  return outcome;
}
