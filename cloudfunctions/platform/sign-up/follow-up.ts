import type { SessionDocument } from '../../../typings/documents/event';
import { recipientsOf } from '../../domain/audience';
import { mustWait } from '../../domain/notices';
import { rosterKeeper } from '../store/sessions';
import { tell } from '../tell';
import { keepUp } from './keep-up';

/**
 * 一件事之后：先让别处跟上，再告诉该知道的人，夜里等到早上。How many were told. The thing itself has happened: what goes wrong here does not
 * undo it, and the sweep finishes it.
 */
export async function followUp(session: SessionDocument, noticeId: string, now: number): Promise<number> {
  try {
    return await follow(session, noticeId, now);
  } catch (error) {
    console.error(error);
    return 0;
  }
}

async function follow(session: SessionDocument, noticeId: string, now: number): Promise<number> {
  const notice = session.notices.find((candidate) => candidate.noticeId === noticeId);
  if (!notice) return 0;
  await keepUp(session, notice);
  if (mustWait(session, now)) return 0;
  const roll = await rosterKeeper(session);
  const recipients = recipientsOf(session, notice, roll);
  if (recipients.length === 0) return 0;
  return tell(session._id, noticeId, recipients, now, roll === session ? undefined : roll);
}
