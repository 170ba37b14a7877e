import type { SessionCard } from '../../../typings/contract';
import { kindText } from '../../texts/labels';
import { now, startText } from '../../utils/calendar';

/** What a card says, ready to be shown; pages make it, so that a list is one `setData`. */
export function sessionView(session: SessionCard) {
  const { sessionId, title, place, summary, pillar } = session;
  const cancelled = session.status === 'cancelled';
  const kind = kindText(session);
  const when = startText(session.startsAt, now());
  const label = [cancelled ? '已取消' : '', kind, title, when, place].filter(Boolean).join('，');
  return { sessionId, title, place, summary, pillar, cancelled, kind, when, label };
}

export type SessionCardView = ReturnType<typeof sessionView>;
