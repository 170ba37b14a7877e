import type { EventDocument } from '../../typings/documents/event';
import type { Claim } from '../../typings/documents/member';
import { MINUTE } from './days';

/** The time that somebody has given away to an event. */
export function claimsOf(event: EventDocument, memberId: string): Claim[] {
  if (event.state === 'cancelled') return [];
  return event.roster
    .filter((entry) => entry.memberId === memberId && entry.leftAt === null)
    .map(({ post, at }) => ({
      studioId: event.studioId,
      ref: event._id,
      from: event.startsAt,
      to: event.endsAt,
      post,
      at: at - (at % MINUTE),
    }));
}
