import type { SessionCard } from '../../typings/contract';
import type { SessionDocument } from '../../typings/documents/event';

/** 活动卡。 */
export function sessionCardOf(session: SessionDocument): SessionCard {
  const { activity, pillar, title, place, summary, startsAt, endsAt, state } = session;
  return {
    sessionId: session._id,
    activity,
    pillar,
    title,
    place,
    summary,
    startsAt,
    endsAt,
    cancelled: state === 'cancelled',
  };
}
