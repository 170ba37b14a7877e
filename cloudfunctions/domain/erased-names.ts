import type { EventDocument } from '../../typings/documents/event';

/** What stands where an erased name stood. */
export const ERASED_NAME = '（已注销）';

/** Paths of these people's names in an event, each with what makes sure that it is still theirs. */
export function namesIn(
  event: EventDocument,
  memberIds: readonly string[],
  wanted: (name: string) => boolean = (name) => name !== ERASED_NAME,
): { owner: string; memberId: string; name: string }[] {
  const theirs = ({ memberId, name }: { memberId: string; name: string }, path: string) =>
    memberIds.includes(memberId) && wanted(name)
      ? [{ owner: `${path}.memberId`, memberId, name: `${path}.name` }]
      : [];
  return [
    ...event.roster.flatMap((entry, index) => theirs(entry, `roster.${index}`)),
    ...event.notices.flatMap(({ outcomes }, at) =>
      outcomes.flatMap((told, index) => theirs(told, `notices.${at}.outcomes.${index}`)),
    ),
  ];
}
