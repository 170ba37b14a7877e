import type { AskingEntry, PersonLine } from '../../../typings/contract';
import { whoText } from '../../texts/labels';
import { people as words } from '../../texts/words/people';
import { now, startText } from '../../utils/calendar';

/** 一个等着认的人：像花名册上的谁，凭什么像。 */
export const askedLines = (entries: AskingEntry[]) =>
  entries.flatMap(({ entryId, name, gridName, taken, people }) =>
    people.map(({ memberId, name: person, by, at }) => ({
      key: `${entryId} ${memberId}`,
      entryId,
      memberId,
      person,
      taken,
      why: `${words.by[by]}${[name, gridName].filter(Boolean).join(' · ')}，${startText(at, now())}加入`,
    })),
  );
export type AskedLine = ReturnType<typeof askedLines>[number];

export const personRow = (person: PersonLine) => ({
  ...person,
  who: [whoText(person.role, person.veteran), person.me ? words.me : ''].filter(Boolean).join(' · '),
});
export type PersonRow = ReturnType<typeof personRow>;
