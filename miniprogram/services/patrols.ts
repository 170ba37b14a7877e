import type { Request, Response, ShiftCard } from '../../typings/contract';
import type { Outcome } from './cloud';
import { call, gotNoAnswer } from './cloud';
import { requestIdOf, settle } from './request-id';
import { currentStudio, noteChange } from './session';

/** 任务白板 */
export async function readBoard(): Promise<Outcome<Response<'patrols.board'>>> {
  const board = await call('patrols.board', { studioId: currentStudio() });
  return board.ok
    ? { ok: true, data: { ...board.data, shifts: await withStandings(board.data.shifts) } }
    : board;
}

/** 班次详情 */
export const readShift = (shiftId: string, studioId = currentStudio()) =>
  call('patrols.detail', { studioId, shiftId });

/**
 * 我的那一班有人排队时，名单里看不出我排上没有，要问详情。Rare: only where `mine` says no more than `joined`; where the
 * question gets no answer, the card keeps saying so.
 */
export async function withStanding(card: ShiftCard): Promise<ShiftCard> {
  if (card.mine?.standing !== 'joined') return card;
  const detail = await readShift(card.shiftId);
  const mine = detail.ok ? detail.data.mine : null;
  return mine ? { ...card, mine: { ...card.mine, standing: mine.state } } : card;
}

const withStandings = (cards: ShiftCard[]) => Promise.all(cards.map(withStanding));

/** 我的值勤 */
export async function readMine(): Promise<Outcome<Response<'patrols.mine'>>> {
  const mine = await call('patrols.mine', { studioId: currentStudio() });
  return mine.ok ? { ok: true, data: { ...mine.data, coming: await withStandings(mine.data.coming) } } : mine;
}

type Seen = Pick<ShiftCard, 'shiftId' | 'startsAt' | 'endsAt'>;

/** 报名，带上看到的时间。 */
export async function joinShift(
  { shiftId, startsAt, endsAt }: Seen,
  post: string,
  studioId = currentStudio(),
) {
  const intention = `join ${shiftId} ${post}`;
  const requestId = requestIdOf(intention);
  const outcome = await call('patrols.join', {
    requestId,
    studioId,
    shiftId,
    post,
    startsAt,
    endsAt,
  });
  if (!gotNoAnswer(outcome)) settle(intention);
  noteChange();
  return outcome;
}

/** 退出。「没有报名」就是已经退出：the answer to an earlier call of the same tap may have been lost. */
export async function leaveShift(shiftId: string, post: string, studioId = currentStudio()) {
  const outcome = await call('patrols.leave', { studioId, shiftId, post });
  noteChange();
  const gone = !outcome.ok && outcome.code === 'not_joined';
  return gone ? { ok: true as const, data: { promoted: 0 } } : outcome;
}

/** 发值勤：requestId 在草稿里，点几次都只发一班。 */
export async function postShift(shift: Omit<Request<'patrols.post'>, 'studioId'>) {
  const outcome = await call('patrols.post', { studioId: currentStudio(), ...shift });
  noteChange();
  return outcome;
}
