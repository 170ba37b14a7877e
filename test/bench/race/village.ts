import type { Stored } from '../../../local/sample/stored';
import type { Answer, Request, Standing } from '../../../typings/contract';
import type { Local } from '../../support/local';
import { STUDIO, aMember, aShift, aStudio, eventIdOf, openidOf, requestIdOf } from '../../support/makers';
import { stored } from '../../support/stored';

export const NOW = Date.UTC(2026, 10, 24, 4);
const HOUR = 3_600_000;
export const PLACES = 8;

/** Labels of so many people. */
export function runners(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `runner${index}`);
}

export function startOf(hour: number): number {
  return NOW + hour * HOUR;
}

/** Runners, and a patrol of eight places and two hours at each of these hours from now. */
export function raceVillage(people: string[], shifts: Record<string, number>): Stored[] {
  return stored(
    aStudio(),
    ...people.map((label) => aMember(label)),
    ...Object.entries(shifts).map(([label, hour]) => aShift(label, { startsAt: startOf(hour) })),
  );
}

export interface Tap {
  person: string;
  shift: string;
  hour: number;
  /** The tap's own id: repeating it repeats the call. */
  id: string;
}

export function tapOf(person: string, shift: string, hour: number, nth = 0): Tap {
  return { person, shift, hour, id: requestIdOf(`${person}x${shift}x${nth}x`) };
}

export type JoinAnswer = Answer<Standing>;

export function join(local: Local, { person, shift, hour, id }: Tap): Promise<JoinAnswer> {
  const request: Request<'patrols.join'> = {
    requestId: id,
    studioId: STUDIO,
    shiftId: eventIdOf(shift),
    post: 'member',
    startsAt: startOf(hour),
    endsAt: startOf(hour + 2),
  };
  return local.send(openidOf(person), 'patrols.join', request);
}

export function leave(local: Local, person: string, shift: string): Promise<Answer<{ promoted: number }>> {
  const request: Request<'patrols.leave'> = { studioId: STUDIO, shiftId: eventIdOf(shift), post: 'member' };
  return local.send(openidOf(person), 'patrols.leave', request);
}
