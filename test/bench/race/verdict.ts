import type { ShiftDocument } from '../../../typings/documents/event';
import { memberIdOf } from '../../support/makers';
import { type JoinAnswer, PLACES, type Tap } from './village';

export interface RaceVerdict {
  placed: number;
  waiting: number;
  /** People with more than one entry that has not left. */
  duplicates: number;
  /** Refusals and calls without an answer. */
  errors: number;
  /** Answers that told another place than the stored queue gives. */
  outOfOrder: number;
  /** Whether the counter on the card says what the roster says. */
  counted: boolean;
}

/** What the answers told against what is stored. */
export function verdictOf(taps: Tap[], answers: (JoinAnswer | null)[], shift: ShiftDocument): RaceVerdict {
  const queue = shift.roster.filter(({ leftAt }) => leftAt === null).map(({ memberId }) => memberId);
  const told = answers.map((answer) => (answer?.ok === true ? answer.data : null));
  return {
    placed: told.filter((standing) => standing?.state === 'placed').length,
    waiting: told.filter((standing) => standing?.state === 'waiting').length,
    duplicates: queue.length - new Set(queue).size,
    errors: told.filter((standing) => standing === null).length,
    outOfOrder: taps.filter(({ person }, index) => {
      const standing = told[index];
      if (!standing) return false;
      const turn = queue.indexOf(memberIdOf(person)) - PLACES;
      return turn < 0 ? standing.state !== 'placed' : standing.state !== 'waiting' || standing.ahead !== turn;
    }).length,
    counted: shift.joined['member'] === queue.length,
  };
}

export function cleanRace(people: number): RaceVerdict {
  return {
    placed: PLACES,
    waiting: people - PLACES,
    duplicates: 0,
    errors: 0,
    outOfOrder: 0,
    counted: true,
  };
}
