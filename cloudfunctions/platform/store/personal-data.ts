import type { EventDocument } from '../../../typings/documents/event';
import type { MemberDocument } from '../../../typings/documents/member';
import type { RosterEntryDocument } from '../../../typings/documents/roster-entry';
import { ERASED_NAME } from '../../domain/erased-names';
import { _, collection } from './database';
import { filtered } from './guarded';

const PAGE = 50;

/** Events that still name one of these people. */
export async function eventsNaming(memberIds: string[]): Promise<EventDocument[]> {
  const named = _.elemMatch({ memberId: _.in(memberIds), name: _.neq(ERASED_NAME) });
  const theirs = { 'roster.memberId': _.in(memberIds) };
  const { data } = await collection('events')
    .where(
      _.or([
        { ...theirs, roster: named },
        { ...theirs, notices: _.elemMatch({ outcomes: named }) },
      ]),
    )
    .limit(PAGE)
    .get();
  return data as EventDocument[];
}

/**
 * One write for all places of names in an event. Entries never move; a notice may, when its retention ends, and then nothing is written:
 * the event is found again.
 */
export async function eraseNames(
  eventId: string,
  places: { owner: string; memberId: string; name: string }[],
): Promise<void> {
  await filtered('events', {
    _id: eventId,
    ...Object.fromEntries(places.map(({ owner, memberId }) => [owner, memberId])),
  }).update(Object.fromEntries(places.map(({ name }) => [name, ERASED_NAME])));
}

/** What somebody may take along at once: the newest of what they signed up for. */
const MOST = 200;

const OWN_ENTRY = { 'roster.memberId': true, 'roster.post': true, 'roster.at': true, 'roster.leftAt': true };
const OWN_NOTICES = {
  'notices.since': true,
  'notices.outcomes.memberId': true,
  'notices.outcomes.outcome': true,
};

/** The newest events with an entry of this person; of the rosters only what tells which entry is theirs. */
export async function eventsOf(memberId: string): Promise<EventDocument[]> {
  const { data } = await filtered('events', { 'roster.memberId': memberId })
    .field({
      title: true,
      place: true,
      startsAt: true,
      endsAt: true,
      posts: true,
      ...OWN_ENTRY,
      ...OWN_NOTICES,
    })
    .orderBy('startsAt', 'desc')
    .limit(MOST)
    .get();
  return data as EventDocument[];
}

/** 花名册上认给了我的那些。 */
export async function entriesTiedTo(memberId: string): Promise<RosterEntryDocument[]> {
  const { data } = await filtered('rosterEntries', { memberId }).limit(PAGE).get();
  return data as RosterEntryDocument[];
}

/** Those of these people who (still, or again) have a document. */
export async function membersAmong(memberIds: string[]): Promise<MemberDocument[]> {
  const { data } = await filtered('members', { _id: _.in(memberIds) })
    .limit(1000)
    .get();
  return data as MemberDocument[];
}
