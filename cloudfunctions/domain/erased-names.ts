import type { EventDocument } from '../../typings/documents/event';

/** What stands where an erased name stood. */
export const ERASED_NAME = '（已注销）';

/** Where a person's name stands, what goes with it when it is erased, and what makes sure that it is still theirs. */
export interface NamePlace {
  owner: string;
  memberId: string;
  name: string;
  along: string[];
}

/** What an entry says of a person besides the name. */
const ALONG = ['answers', 'youth'] as const;

/** Paths of these people's names in an event. */
export function namesIn(
  event: EventDocument,
  memberIds: readonly string[],
  wanted: (name: string) => boolean = (name) => name !== ERASED_NAME,
): NamePlace[] {
  const theirs = ({ memberId, name }: { memberId: string; name: string }, path: string, along: string[]) =>
    memberIds.includes(memberId) && wanted(name)
      ? [{ owner: `${path}.memberId`, memberId, name: `${path}.name`, along }]
      : [];
  const bookings = event.kind === 'session' ? event.bookings : [];
  return [
    ...event.roster.flatMap((entry, index) => {
      const path = `roster.${index}`;
      const along = ALONG.filter((field) => entry[field] !== undefined);
      return theirs(
        entry,
        path,
        along.map((field) => `${path}.${field}`),
      );
    }),
    ...event.notices.flatMap(({ outcomes }, at) =>
      outcomes.flatMap((told, index) => theirs(told, `notices.${at}.outcomes.${index}`, [])),
    ),
    ...bookings.flatMap((booking, index) => theirs(booking, `bookings.${index}`, [])),
  ];
}
