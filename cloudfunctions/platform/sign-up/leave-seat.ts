import type { Request } from '../../../typings/contract';
import type { SessionDocument } from '../../../typings/documents/event';
import { recipientsOf } from '../../domain/audience';
import { newNotice } from '../../domain/notices';
import { placeOf } from '../../domain/roster';
import { lastEnd } from '../../domain/session';
import { leaveAsRead, leaveEarly } from '../store/session-roster';
import { sessionById } from '../store/sessions';
import { followUp } from './follow-up';

/** Between reading and writing others come and go. */
const ROUNDS = 5;

interface Left {
  /** As it is now; null: not of this studio. */
  session: SessionDocument | null;
  /** How many moved up; null: there was nothing to leave. */
  promoted: number | null;
}

/** 离开一场活动的名单。Before the cut-off, if my seats are as they were seen, it is one write; else the session is read first. */
export async function leaveSeat(
  seen: Request<'activities.leave'>,
  memberId: string,
  now: number,
): Promise<Left> {
  const early = now < seen.cutOff ? await leaveEarly(seen, memberId, newNotice(memberId, now)) : null;
  return early ? gone(early, memberId, now) : leaveLate(seen, memberId, now);
}

/** Whoever sat there: since the cut-off the seats stay free until staff give them. */
export async function leaveLate(
  { studioId, sessionId }: Pick<Request<'activities.leave'>, 'studioId' | 'sessionId'>,
  memberId: string,
  now: number,
): Promise<Left> {
  let session: SessionDocument | null = null;
  for (let round = 0; round < ROUNDS; round++) {
    session = await sessionById(studioId, sessionId, memberId);
    const place = session && lastEnd(session) > now ? placeOf(session, memberId) : null;
    if (!session || !place) return { session, promoted: null };
    const { entry } = place;
    const placed = place.state === 'placed';
    const kept = placed && !entry.given && session.cutOff <= now ? entry.seats : 0;
    const held = entry.given ? entry.seats : kept;
    const left = await leaveAsRead(session, entry, { kept, held, placed }, newNotice(memberId, now));
    if (left) return gone(left, memberId, now);
  }
  return { session, promoted: null };
}

async function gone(session: SessionDocument, memberId: string, now: number): Promise<Left> {
  const { noticeId } = newNotice(memberId, now);
  const promoted = recipientsOf(session, newNotice(memberId, now)).length;
  if (promoted > 0) await followUp(session, noticeId, now);
  return { session, promoted };
}
