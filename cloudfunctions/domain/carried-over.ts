import type { EventDocument } from '../../typings/documents/event';
import { namesIn, ERASED_NAME } from './erased-names';
import { present } from './roster';
import { lastEnd } from './session';

/** 代报名的记录归到本人名下。 */

/** What one write does in an event. */
export interface Handover {
  /** Each path must still hold this: entries never move, but they may be left meanwhile. */
  guard: Record<string, string | null>;
  change: Record<string, string | number>;
  /** Paths of what goes with an erased name. */
  without: string[];
  /** Seats given back: the account has a place of its own. `given` ones stand empty again. */
  back: { post: string; seats: number; given: boolean } | null;
  /** The account must not be in the queue when this happens. */
  alone: boolean;
}

/** 这件事还没过，名单里有他：the place has to be claimed for the account before it changes hands. */
export function placeToCarry(event: EventDocument, standIn: string, now: number) {
  if (event.state !== 'open' || lastEnd(event) <= now) return null;
  return present(event).find((entry) => entry.memberId === standIn) ?? null;
}

/**
 * Everything of the stand-in's in this event becomes the account's, in one write. `erase`: the account is gone. Where both were there on a
 * day that is over, the person was there once.
 */
export function handover(
  event: EventDocument,
  standIn: string,
  account: { memberId: string; erase: boolean },
  now: number,
): Handover | null {
  const owned = [
    ...event.roster.flatMap((entry, at) => (entry.memberId === standIn ? [`roster.${at}`] : [])),
    ...event.notices.flatMap((notice, at) => [
      ...(notice.cause === 'left' && notice.memberId === standIn ? [`notices.${at}`] : []),
      ...notice.outcomes.flatMap((told, index) =>
        told.memberId === standIn ? [`notices.${at}.outcomes.${index}`] : [],
      ),
    ]),
  ].map((path) => `${path}.memberId`);
  if (owned.length === 0) return null;
  const at = event.roster.findIndex((entry) => entry.memberId === standIn && entry.leftAt === null);
  const place = event.roster[at];
  const twice = place !== undefined && present(event).some((entry) => entry.memberId === account.memberId);
  const erased = account.erase ? namesIn(event, [standIn]) : [];
  return {
    guard: {
      ...Object.fromEntries(owned.map((path) => [path, standIn])),
      ...(place && { [`roster.${at}.leftAt`]: null }),
    },
    change: {
      ...Object.fromEntries(owned.map((path) => [path, account.memberId])),
      ...Object.fromEntries(erased.map(({ name }) => [name, ERASED_NAME])),
      ...(twice && { [`roster.${at}.leftAt`]: now }),
    },
    without: erased.flatMap(({ along }) => along),
    back: twice ? { post: place.post, seats: place.seats, given: place.given === true } : null,
    alone: place !== undefined && !twice,
  };
}
