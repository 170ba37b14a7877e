import type { Request, SessionDetail } from '../../typings/contract';
import { call, gotNoAnswer } from './cloud';
import { requestIdOf, settle } from './request-id';
import { currentStudio, noteChange } from './session';

type Page = Omit<Request<'activities.list'>, 'studioId'>;

/** 活动，一页 20 场 */
export const readSessions = (page: Page) => call('activities.list', { studioId: currentStudio(), ...page });

/** 活动详情 */
export const readSession = (sessionId: string, studioId = currentStudio()) =>
  call('activities.detail', { studioId, sessionId });

/** 我这一份：另外几位、孩子的年龄段、回答。 */
export type Party = Pick<Request<'activities.join'>, 'companions' | 'youth' | 'answers'>;

/** 报名，带上看到的时间。 */
export async function joinSession(
  { sessionId, startsAt, endsAt, more }: Pick<SessionDetail, 'sessionId' | 'startsAt' | 'endsAt' | 'more'>,
  party: Party,
  studioId = currentStudio(),
) {
  const intention = `join ${sessionId}`;
  const requestId = requestIdOf(intention);
  const seen = { sessionId, startsAt, endsAt, more };
  const outcome = await call('activities.join', { requestId, studioId, ...seen, ...party });
  if (!gotNoAnswer(outcome)) settle(intention);
  noteChange();
  return outcome;
}

/** 退出。「没有报名」就是已经退出：the answer to an earlier call of the same tap may have been lost. */
export async function leaveSession(
  seen: Omit<Request<'activities.leave'>, 'studioId'>,
  studioId = currentStudio(),
) {
  const outcome = await call('activities.leave', { studioId, ...seen });
  noteChange();
  const gone = !outcome.ok && outcome.code === 'not_joined';
  return gone ? { ok: true as const, data: { promoted: 0 } } : outcome;
}

/** 咨询台：约下一个空的时段。 */
export async function bookDesk(sessionId: string, deskId: string) {
  const outcome = await call('activities.book', { studioId: currentStudio(), sessionId, deskId, at: null });
  noteChange();
  return outcome;
}

/** 咨询台：退掉我的时段。 */
export async function unbookDesk(sessionId: string, deskId: string) {
  const outcome = await call('activities.unbook', { studioId: currentStudio(), sessionId, deskId });
  noteChange();
  return outcome;
}

/** 发活动：requestId 在草稿里，点几次都只发一次。 */
export async function publishSessions(publication: Omit<Request<'activities.publish'>, 'studioId'>) {
  const outcome = await call('activities.publish', { studioId: currentStudio(), ...publication });
  noteChange();
  return outcome;
}

/** 改时间地点 */
export async function changeSession(change: Omit<Request<'activities.change'>, 'studioId'>) {
  const outcome = await call('activities.change', { studioId: currentStudio(), ...change });
  noteChange();
  return outcome;
}

/** 改名额；`leaving` 是请让出来的人。 */
export async function resizeSession(resizing: Omit<Request<'activities.resize'>, 'studioId'>) {
  const outcome = await call('activities.resize', { studioId: currentStudio(), ...resizing });
  noteChange();
  return outcome;
}

/** 把空着的位子给一位排队的。 */
export async function giveSeat(seen: Omit<Request<'activities.give'>, 'studioId'>) {
  const outcome = await call('activities.give', { studioId: currentStudio(), ...seen });
  noteChange();
  return outcome;
}

/** 取消活动 */
export async function cancelSession(sessionId: string, reason: string) {
  const outcome = await call('activities.cancel', { studioId: currentStudio(), sessionId, reason });
  noteChange();
  return outcome;
}
