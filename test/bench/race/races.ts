import type { ShiftDocument } from '../../../typings/documents/event';
import type { MemberDocument } from '../../../typings/documents/member';
import { eventIdOf, memberIdOf } from '../../support/makers';
import type { Gateway } from '../../support/gateway';
import { atOnce } from './at-once';
import { type RaceVerdict, verdictOf } from './verdict';
import { type JoinAnswer, join, leave, tapOf } from './village';

/** What a race needs of a running studio. */
type Course = Omit<Gateway, 'crash' | 'close' | 'url'>;

async function shiftOf(studio: Course, label: string): Promise<ShiftDocument> {
  const shift = await studio.document<ShiftDocument>('events', eventIdOf(label));
  if (shift === undefined) throw new Error(`no shift ${label}`);
  return shift;
}

const presentOf = ({ roster }: ShiftDocument, person: string) =>
  roster.filter(({ memberId, leftAt }) => memberId === memberIdOf(person) && leftAt === null).length;
const codesOf = (answers: (JoinAnswer | null)[]) =>
  answers.map((answer) => (answer === null ? 'no answer' : answer.ok ? 'ok' : answer.code)).sort();

/** Everybody taps once, at the same time. */
export async function raceForPlaces(
  studio: Course,
  people: string[],
  shift: string,
  hour: number,
): Promise<RaceVerdict> {
  const taps = people.map((person) => tapOf(person, shift, hour));
  const answers = await atOnce(taps, (tap) => join(studio, tap));
  return verdictOf(taps, answers, await shiftOf(studio, shift));
}

/** Each taps three times at once, as three intentions; gives how many hold exactly one entry. */
export async function tapThrice(studio: Course, people: string[], shift: string, hour: number) {
  const taps = [0, 1, 2].flatMap((nth) => people.map((person) => tapOf(person, shift, hour, nth)));
  const answers = await atOnce(taps, (tap) => join(studio, tap));
  const stored = await shiftOf(studio, shift);
  const codes = codesOf(answers);
  return {
    holdOne: people.filter((person) => presentOf(stored, person) === 1).length,
    accepted: codes.filter((code) => code === 'ok').length,
    alreadyJoined: codes.filter((code) => code === 'already_joined').length,
    others: codes.filter((code) => code !== 'ok' && code !== 'already_joined').length,
  };
}

/** Each taps two overlapping duties at once; gives how many hold exactly one and were told so. */
export async function tapOverlapping(
  studio: Course,
  people: string[],
  first: { shift: string; hour: number },
  second: { shift: string; hour: number },
) {
  const both = people.map((person) => [first, second].map(({ shift, hour }) => tapOf(person, shift, hour)));
  const answers = await atOnce(both.flat(), (tap) => join(studio, tap));
  const shifts = await Promise.all([first, second].map(({ shift }) => shiftOf(studio, shift)));
  const held = (person: string) => shifts.reduce((sum, shift) => sum + presentOf(shift, person), 0);
  const members = await Promise.all(
    people.map((person) => studio.document<MemberDocument>('members', memberIdOf(person))),
  );
  return {
    holdOne: people.filter((person) => held(person) === 1).length,
    claimOne: members.filter(
      (member) => member?.claims.filter(({ ref }) => shifts.some(({ _id }) => _id === ref)).length === 1,
    ).length,
    toldSo: people.filter((_, index) =>
      ['clash ok', 'ok clash'].includes(codesOf(answers.slice(2 * index, 2 * index + 2)).join(' ')),
    ).length,
  };
}

/** The first in the queue leaves and comes back: whoever waited first moves up, and the returned one is last. */
export async function leaveAndReturn(studio: Course, people: string[], shift: string, hour: number) {
  for (const person of people) await join(studio, tapOf(person, shift, hour));
  const [first = ''] = people;
  const left = await leave(studio, first, shift);
  const returned = await join(studio, tapOf(first, shift, hour, 1));
  return { left, returned, entries: presentOf(await shiftOf(studio, shift), first) };
}
