import type { EventDocument } from '../../typings/documents/event';

/**
 * 个人信息存在哪里：这张表是全部。`erase`: what deleting an account does there. Member ids are random, and without the member document they say nothing.
 */
export const PERSONAL_DATA = {
  members: { fields: ['openid', 'name', 'phone', 'consent', 'studios', 'claims'], erase: 'the document' },
  rosterEntries: { fields: ['memberId', 'asking'], erase: 'the tie: the entry is the station’s own record' },
  events: {
    fields: ['roster.name', 'roster.answers', 'roster.youth', 'bookings', 'notices.outcomes.name'],
    erase: 'the name, what was answered, the time at a desk; the place in the queue stays',
  },
} as const;

/** Collections without anything personal: a studio's own facts, and who did what by random ids. */
export const IMPERSONAL = ['studios', 'audit'] as const;

/** What stands where an erased name stood. */
export const ERASED_NAME = '（已注销）';

/** Where a person's name stands, what else goes with it, and what makes sure that it is still theirs. */
export interface NamePlace {
  owner: string;
  name: string;
  along: string[];
}

/** Paths of a person's name in an event. */
export function namesIn(event: EventDocument, memberId: string): NamePlace[] {
  const entries = event.roster.flatMap((entry, index) =>
    entry.memberId === memberId && entry.name !== ERASED_NAME ? [`roster.${index}`] : [],
  );
  const outcomes = event.notices.flatMap((notice, at) =>
    notice.outcomes.flatMap((told, index) =>
      told.memberId === memberId && told.name !== ERASED_NAME ? [`notices.${at}.outcomes.${index}`] : [],
    ),
  );
  const place = (path: string, along: string[]) => ({
    owner: `${path}.memberId`,
    name: `${path}.name`,
    along,
  });
  return [
    ...entries.map((path) => place(path, [`${path}.answers`, `${path}.youth`])),
    ...outcomes.map((path) => place(path, [])),
  ];
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
