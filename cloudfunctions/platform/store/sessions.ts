import type { SessionDocument } from '../../../typings/documents/event';
import { isFor } from '../../domain/checks';
import { isFollower, rosterIdOf } from '../../domain/session';
import { _, collection } from './database';
import { cardFields, cardsFor, eventById } from './events';
import { defined, filtered } from './guarded';

/** Null also where its words have not passed and this person did not write them. */
export async function sessionById(
  studioId: string,
  sessionId: string,
  memberId: string,
): Promise<SessionDocument | null> {
  const { data } = await filtered('events', { _id: sessionId, studioId, kind: 'session' }).limit(1).get();
  const [session] = data as SessionDocument[];
  return session && isFor(session, memberId) ? session : null;
}

/** The session that keeps the roster of this one: itself, or the first of the series, which is one trip more. */
export async function rosterKeeper(session: SessionDocument): Promise<SessionDocument> {
  if (!isFollower(session)) return session;
  const head = await eventById(rosterIdOf(session));
  return head?.kind === 'session' ? head : session;
}

const DAY = 24 * 3_600_000;

interface Page {
  which: 'coming' | 'past' | 'unopened';
  after: { startsAt: number; sessionId: string } | null;
  most: number;
}

/** 一页活动：by their start, those of the same start by their id, from where the last page ended. */
export async function sessionPage(
  studioId: string,
  memberId: string,
  { which, after, most }: Page,
  now: number,
): Promise<SessionDocument[]> {
  const back = which === 'past';
  // None lasts longer than a day: what still goes on began after this.
  const from = after?.startsAt ?? (back ? now : now - DAY);
  const wanted = {
    studioId,
    kind: 'session',
    startsAt: back ? _.lte(from) : _.gte(from),
    endsAt: back ? _.lte(now) : _.gt(now),
    opensAt: which === 'unopened' ? _.gt(now) : _.lte(now),
  };
  // As `isFor` says it, before a page is counted.
  const seen = _.or([{ state: _.neq('held') }, { createdBy: memberId }]);
  const beyond = after && [
    { startsAt: _.neq(after.startsAt) },
    { _id: back ? _.lt(after.sessionId) : _.gt(after.sessionId) },
  ];
  defined({ wanted, memberId }, 'sessions');
  const way = back ? 'desc' : 'asc';
  const { data } = await collection('events')
    .where(_.and([wanted, seen, ...(beyond ? [_.or(beyond)] : [])]))
    .field(cardFields(memberId))
    .orderBy('startsAt', way)
    .orderBy('_id', way)
    .limit(most)
    .get();
  return cardsFor(data, memberId);
}
