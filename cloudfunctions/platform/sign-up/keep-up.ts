import type { Notice, ResizedNotice, SessionDocument } from '../../../typings/documents/event';
import { present } from '../../domain/roster';
import { isFollower, rosterIdOf } from '../../domain/session';
import { moveClaims, releaseAll, releaseSession } from '../store/members';
import { cancelRest, moveOther, removeOther } from '../store/series';

/** 时间改了、取消了：what other documents say of it follows. Repeating it changes nothing more; it comes before anybody is told, so that a crash leaves it to the sweep. */
export async function keepUp(session: SessionDocument, notice: Notice): Promise<void> {
  if (notice.cause === 'changed') await moved(session, notice.was);
  if (notice.cause === 'cancelled') await cancelled(session);
  if (notice.cause === 'resized') await freed(session, notice);
}

/** Whoever had to leave has their time back, unless they have come again since. */
async function freed({ _id, roster }: SessionDocument, { removed, at }: ResizedNotice) {
  const here = new Set(present({ roster }).map(({ memberId }) => memberId));
  const gone = roster.filter(({ entryId, memberId }) => removed.includes(entryId) && !here.has(memberId));
  await releaseAll(
    gone.map(({ memberId }) => memberId),
    _id,
    at,
  );
}

async function moved(session: SessionDocument, was: { startsAt: number; endsAt: number }) {
  const { _id, startsAt, endsAt, seriesSignUp } = session;
  if (was.startsAt === startsAt && was.endsAt === endsAt) return;
  const head = rosterIdOf(session);
  if (isFollower(session)) await moveOther(head, _id, { startsAt, endsAt });
  await moveClaims(head, was, { startsAt, endsAt }, seriesSignUp ? _id : null);
}

async function cancelled(session: SessionDocument) {
  const { _id, studioId, seriesSignUp, cancelledFor } = session;
  if (isFollower(session)) {
    await removeOther(rosterIdOf(session), _id);
    await releaseSession(rosterIdOf(session), _id);
  } else if (seriesSignUp) await cancelRest(studioId, _id, cancelledFor);
}
