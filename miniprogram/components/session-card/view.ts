import type { SessionCard } from '../../../typings/contract';
import { kindText, PILLARS } from '../../texts/labels';
import { cardState, mineOnCard } from '../../texts/session';
import { now, spanText } from '../../utils/calendar';

/** What a card says, ready to be shown; pages make it, so that a list is one `setData`. */
export function sessionView(session: SessionCard) {
  const { sessionId, title, place, pillar, status } = session;
  const cancelled = status === 'cancelled';
  const kind = kindText(session);
  const when = spanText(session.startsAt, session.endsAt, now());
  // A later one of a series has its seats on the first: nothing to count here.
  const state = session.head && status === 'open' ? '' : cardState(session);
  const mine = mineOnCard(session.mine);
  // Said in the order in which it stands there.
  const label = [PILLARS[pillar], kind, title, when, place, state, mine]
    .filter(Boolean)
    .join('，')
    .replace(/[✓✕] /g, '');
  return { sessionId, title, place, pillar, cancelled, kind, when, state, mine, label };
}

export type SessionCardView = ReturnType<typeof sessionView>;
