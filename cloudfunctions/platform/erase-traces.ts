import type { EventDocument } from '../../typings/documents/event';
import { namesIn } from '../domain/erased-names';
import { lastEnd } from '../domain/session';
import { giveUp } from './sign-up/give-up';
import { dropBookings } from './store/bookings';
import { eraseNames, eventsNaming } from './store/personal-data';
import { untieGone } from './store/roster-entries';

/** More pages of events than a life of duties fills. */
const ROUNDS = 100;

/**
 * Wherever these people are named outside of their own documents, they are no longer: not in rosters, at desks and in notices, and no roster entry is
 * theirs. A place in what is still to come goes to whoever waits. Repeating it completes what a crash left.
 */
export async function eraseTraces(memberIds: string[], now: number): Promise<void> {
  if (memberIds.length === 0) return;
  await untieGone(memberIds);
  await dropBookings(memberIds);
  for (let round = 0; round < ROUNDS; round++) {
    const events = await eventsNaming(memberIds);
    if (events.length === 0) return;
    for (const event of events) await giveUpPlaces(event, memberIds, now);
    await Promise.all(events.map((event) => eraseNames(event._id, namesIn(event, memberIds))));
  }
  throw new Error('more events name somebody than can be');
}

async function giveUpPlaces(event: EventDocument, memberIds: string[], now: number): Promise<void> {
  if (lastEnd(event) <= now) return;
  const held = event.roster.filter(({ memberId, leftAt }) => leftAt === null && memberIds.includes(memberId));
  const { studioId, _id: ref } = event;
  for (const { memberId, post } of held) await giveUp({ studioId, ref, post }, memberId, now);
}
