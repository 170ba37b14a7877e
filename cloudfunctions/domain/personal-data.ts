import type { EventDocument } from '../../typings/documents/event';

/**
 * 个人信息存在哪里：这张表是全部。`erase`: what deleting an account does there. Member ids are random, and without the member document they say nothing.
 */
export const PERSONAL_DATA = {
  members: {
    fields: ['openid', 'name', 'check', 'avatar', 'files', 'phone', 'consent', 'studios', 'claims'],
    erase: 'the document, and the pictures that it names',
  },
  rosterEntries: {
    fields: [
      'name',
      'phone',
      'phoneKey',
      'address',
      'enlisted',
      'discharged',
      'memberId',
      'standIn',
      'asking',
      'code.usedBy',
    ],
    erase: 'the tie: the entry is the station’s own record',
  },
  tries: { fields: ['_id'], erase: 'with its day: else who guesses codes would begin anew' },
  rosterJournal: {
    fields: ['batch.entries'],
    erase: 'nothing: written and gone within a minute, and by the sweep',
  },
  rosterFiles: { fields: ['cloudId'], erase: 'the file, within a day; an exported one within an hour' },
  events: {
    fields: ['roster.name', 'notices.outcomes.name'],
    erase: 'the name; the place in the queue stays',
  },
} as const;

/** Collections without anything personal: a studio's own facts, who did what by random ids, keyed hashes of whom not to import. */
export const IMPERSONAL = ['studios', 'audit', 'rosterErased'] as const;

/** What stands where an erased name stood. */
export const ERASED_NAME = '（已注销）';

/** Paths of a person's name in an event, each with what makes sure that it is still theirs. */
export function namesIn(
  event: EventDocument,
  memberId: string,
  wanted: (name: string) => boolean = (name) => name !== ERASED_NAME,
): { owner: string; name: string }[] {
  const theirs = (at: { memberId: string; name: string }) => at.memberId === memberId && wanted(at.name);
  const entries = event.roster.flatMap((entry, index) => (theirs(entry) ? [`roster.${index}`] : []));
  const outcomes = event.notices.flatMap((notice, at) =>
    notice.outcomes.flatMap((told, index) => (theirs(told) ? [`notices.${at}.outcomes.${index}`] : [])),
  );
  return [...entries, ...outcomes].map((path) => ({ owner: `${path}.memberId`, name: `${path}.name` }));
}

/** 我在这件事里报过的名。 */
export function ownDuties(event: EventDocument, memberId: string) {
  const { title, place, startsAt, endsAt, posts } = event;
  return event.roster
    .filter((entry) => entry.memberId === memberId)
    .map(({ post, at, leftAt }) => ({
      title,
      place,
      startsAt,
      endsAt,
      post: posts.find(({ code }) => code === post)?.title ?? '',
      at,
      leftAt,
    }));
}
