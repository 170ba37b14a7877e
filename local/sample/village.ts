import type { EventDocument } from '../../typings/documents/event';
import type { MemberDocument } from '../../typings/documents/member';
import { claimsOf } from './claims';
import { dayOf, timeOf } from './days';
import { type DayPlan, dutyDay, planOfComing, planOfPast, planOfToday, planOfTomorrow } from './duty-day';
import { studio } from './grids';
import { membersOf, people as peopleOf } from './people';
import { attended, freeFor } from './session-sign-ups';
import { isFull, sessionsOf } from './sessions';
import type { Stored } from './stored';
import { type Cast, type Person, castOf, switcherOf } from './switcher';

export const SEED = 'huayuan';

export interface VillageOptions {
  now: number;
  seed?: string;
  /** Days of duties before today. */
  past?: number;
  /** Days of duties after today. */
  coming?: number;
}

const COMING = 6;
/** Activities are announced further ahead than duties. */
const SESSIONS_AHEAD = 24;

/** The same seed and the same day of `now` give the same documents. Members come last, with the times they gave away. */
export function* village({ now, seed = SEED, past = 2, coming = COMING }: VillageOptions): Generator<Stored> {
  const people = peopleOf(seed);
  const cast = castOf(people);
  const today = dayOf(now);
  yield {
    collection: 'studios',
    doc: studio(
      people.clerks.map(({ _id }) => _id),
      people.roster.length,
    ),
  };
  for (const doc of people.roster) yield { collection: 'rosterEntries', doc };

  const withPart = new Set(Object.values(cast));
  const crowd = [...people.veterans, ...people.volunteers].filter((member) => !withPart.has(member));
  const claims = new Map<string, MemberDocument['claims']>();
  for (let day = today - past; day <= today + Math.max(coming, SESSIONS_AHEAD); day++) {
    const duties =
      day > today + coming ? [] : dutyDay(seed, day, people, cast, planOf(seed, day, today, cast));
    const sessions = sessionsOf(seed, day, cast.clerk._id).map((session) => {
      const guests = freeFor(session, crowd, duties);
      return { ...attended(seed, session, guests, isFull(session)), ...(day <= today && { remindAt: null }) };
    });
    for (const doc of [...sessions, ...duties]) {
      yield { collection: 'events', doc };
      if (doc.endsAt > timeOf(today)) addClaims(claims, doc);
    }
  }
  for (const doc of membersOf(people)) {
    yield { collection: 'members', doc: { ...doc, claims: claims.get(doc._id) ?? [] } };
  }
}

/** A village's whole year up to the coming week. */
export function generateYear(options: VillageOptions): Generator<Stored> {
  return village({ ...options, past: 364 - COMING });
}

/** Who can be chosen in the local phone. */
export function switcher(seed = SEED): Person[] {
  return switcherOf(castOf(peopleOf(seed)));
}

/** Duties and activities of the coming week, without anybody on them, for data that has grown old. */
export function comingWeek({ now, seed = SEED }: VillageOptions): EventDocument[] {
  const people = peopleOf(seed);
  const cast = castOf(people);
  const nobody = { ...people, squadLeaders: [], veterans: [], volunteers: [] };
  const days = Array.from({ length: SESSIONS_AHEAD + 1 }, (_, offset) => dayOf(now) + offset);
  return days.flatMap((day, offset) => [
    ...(offset <= COMING ? dutyDay(seed, day, nobody, cast, planOfPast()) : []),
    ...sessionsOf(seed, day, cast.clerk._id),
  ]);
}

function planOf(seed: string, day: number, today: number, cast: Cast): DayPlan {
  if (day < today) return planOfPast();
  if (day === today) return planOfToday(cast);
  return day === today + 1 ? planOfTomorrow() : planOfComing(seed, day);
}

function addClaims(claims: Map<string, MemberDocument['claims']>, event: EventDocument): void {
  for (const memberId of new Set(event.roster.map((entry) => entry.memberId))) {
    claims.set(memberId, [...(claims.get(memberId) ?? []), ...claimsOf(event, memberId)]);
  }
}
