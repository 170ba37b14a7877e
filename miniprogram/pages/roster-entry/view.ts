import type { RosterPerson } from '../../../typings/contract';
import { whereText } from '../../texts/shift';
import { rosterEntry as words } from '../../texts/words/roster-entry';
import { now, spanText, startText } from '../../utils/calendar';

/** 什么时候为止：明天 18:00 */
export const untilText = (until: number) => startText(until, now());

/** What the screen says of somebody on the roster. */
export function describe(person: RosterPerson) {
  const { code, can } = person;
  const locked = code.state === 'locked';
  return {
    name: person.name,
    gridName: person.gridName,
    joined: person.joined ? words.joined : '',
    hint: hintOf(person),
    locked,
    phone: person.phone ?? '',
    main: can.includes('members.unlock')
      ? ('unlock' as const)
      : can.includes('members.issueCode')
        ? ('show' as const)
        : null,
    show: code.state === 'none' ? words.show : words.showAnew,
    duties: person.duties.map((duty) => ({
      shiftId: duty.shiftId,
      title: `${duty.title} · ${duty.postTitle}`,
      when: spanText(duty.startsAt, duty.endsAt, now()),
      where: whereText(duty),
    })),
  };
}
export type PersonView = ReturnType<typeof describe>;

function hintOf({ joined, code }: RosterPerson): string {
  if (joined || code.state === 'locked') return '';
  if (code.state === 'used') return words.used;
  return code.state === 'open' && code.until ? words.open(untilText(code.until)) : words.notJoined;
}
