import type { EventDocument } from '../../typings/documents/event';
import type { RosterEntryDocument } from '../../typings/documents/roster-entry';
import { rolesFor } from '../domain/access';
import { handover, placeToCarry } from '../domain/carried-over';
import { CALL_LIFE, claimsOf } from '../domain/claims';
import { present } from '../domain/roster';
import { hasNoWeChat, newMerged } from '../domain/stand-in';
import { claimFor } from './sign-up/claim-time';
import { giveUp } from './sign-up/give-up';
import { handOver } from './store/event-roster';
import { eventsByIds } from './store/events';
import { memberNow } from './store/members';
import { insertMember } from './store/memberships';
import { eventsWith } from './store/personal-data';
import { dropStandIn, entriesWithBoth, removeRetired, retire, retiredBefore } from './store/stand-ins';

/** Others may write while this does; each round looks anew. */
const ROUNDS = 8;

/**
 * 有了账号，代报名的都归到本人名下：the stand-in can be signed up no more, its events change hands one by one, then the entry names it no
 * longer. Every step can be repeated.
 */
export async function carryOver(entry: RosterEntryDocument, now: number): Promise<void> {
  const { memberId, standIn } = entry;
  if (memberId === null || standIn === null) return;
  if (memberId !== standIn && (await retired(standIn, memberId, now))) await moveAll(standIn, memberId, now);
  await dropStandIn(entry, standIn);
}

/** 定时清扫的一份：what a crash left, and what a call that was under way then has written since. */
export async function finishCarryingOver(most: number, now: number): Promise<void> {
  for (const entry of await entriesWithBoth(most)) await carryOver(entry, now);
  for (const { _id, merged } of await retiredBefore(now - CALL_LIFE, most)) {
    await moveAll(_id, merged.into, now);
    await removeRetired(_id);
  }
}

/** False: it has become an account itself. */
async function retired(standIn: string, into: string, now: number): Promise<boolean> {
  for (let round = 0; round < ROUNDS; round++) {
    // One that was named and not yet made is kept from being made.
    if (await retire(standIn, into, now)) return true;
    if (await insertMember(newMerged(standIn, into, now))) return true;
    const found = await memberNow({ _id: standIn }, now);
    if (found && !hasNoWeChat(found.openid)) return false;
    if (found?.merged) return true;
  }
  throw new Error('a stand-in does not come to rest');
}

async function moveAll(standIn: string, memberId: string, now: number): Promise<void> {
  const erase = (await memberNow({ _id: memberId }, now)) === null;
  let after = '';
  for (let events = await eventsWith(standIn, after); events.length > 0;) {
    for (const event of events) await move(event, standIn, { memberId, erase }, now);
    after = events.at(-1)?._id ?? '';
    events = await eventsWith(standIn, after);
  }
}

/** A place that is to come is claimed for the account first; where that clashes with what the account has, the place is given up. */
async function move(
  found: EventDocument,
  standIn: string,
  account: { memberId: string; erase: boolean },
  now: number,
): Promise<void> {
  let event: EventDocument | undefined = found;
  for (let round = 0; round < ROUNDS && event; round++) {
    const place = placeToCarry(event, standIn, now);
    const may = place ? await claimed(event, place.post, account.memberId, now) : 'yes';
    if (place && may === 'no') {
      await giveUp({ studioId: event.studioId, ref: event._id, post: place.post }, standIn, now);
    } else if (may === 'yes') {
      const write = handover(event, standIn, account, now);
      if (!write || (await handOver(event._id, account.memberId, write))) return;
    }
    [event] = await eventsByIds([event._id]);
  }
  if (event) throw new Error('an event does not come to rest');
}

/** The account's own place there, and any other claim of its own that overlaps, go first. */
async function claimed(
  event: EventDocument,
  post: string,
  memberId: string,
  now: number,
): Promise<'yes' | 'no' | 'again'> {
  if (present(event).some((entry) => entry.memberId === memberId)) return 'no';
  const claims = claimsOf({ ...event, shiftId: event._id, post }, now);
  const roles = rolesFor(event.kind === 'session' ? 'activities.join' : 'patrols.join');
  const answer = await claimFor({ _id: memberId }, roles, claims, now);
  if (!('ok' in answer)) return 'yes';
  return answer.code === 'changed' ? 'again' : 'no';
}
