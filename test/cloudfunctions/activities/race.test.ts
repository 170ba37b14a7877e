import { heldSeats, queueOf, seatsOf } from '../../../cloudfunctions/domain/roster';
import { randomOf } from '../../../local/sample/random';
import type { Answer, Response } from '../../../typings/contract';
import type { SessionDocument } from '../../../typings/documents/event';
import { atOnce } from '../../bench/race/at-once';
import { aMember, memberIdOf } from '../../support/makers';
import { aHall, aTalk, seats } from './hall';

const SEATS = 120;
const parties = Array.from({ length: 500 }, (_, nth) => `p${nth}`);
const hall = aHall([]);
const { load, join, resize, sessionNow } = hall;
const random = randomOf('race');
const companions = new Map(parties.map((label) => [label, random.below(4)]));
const seatsWanted = (label: string) => 1 + companions.get(label)!;

beforeEach(() => load(...parties.map((label) => aMember(label)), aTalk('race', { posts: seats(SEATS) })));

const queue = (session: SessionDocument) => queueOf(session, session.posts[0]!);
const placed = (session: SessionDocument) => queue(session).filter(({ state }) => state === 'placed');
const ids = (session: SessionDocument) => placed(session).map(({ entry }) => entry.entryId);

/** What must hold of the document at any moment. */
function holds(session: SessionDocument): void {
  const [post] = session.posts;
  expect(seatsOf(placed(session)) + heldSeats(session, post!)).toBeLessThanOrEqual(post!.headCount);
  const present = session.roster.filter(({ leftAt }) => leftAt === null);
  expect(new Set(present.map(({ memberId }) => memberId)).size).toBe(present.length);
  expect(session.joined['seat']).toBe(present.reduce((total, entry) => total + entry.seats, 0));
  expect(session.held).toBe(heldSeats(session, post!));
}

type JoinAnswer = Answer<Response<'activities.join'>> | null;
const tap = (label: string) => join(label, { session: 'race', companions: companions.get(label)! });

test('五百家、每家一到四位抢 120 个座位：不超员，先后不乱，谁也不重，答的和存的一样', async () => {
  const answers: JoinAnswer[] = await atOnce(parties, tap);
  const session = await sessionNow('race');
  holds(session);
  expect(session.roster).toHaveLength(parties.length);
  const stored = new Map(queue(session).map((place) => [place.entry.memberId, place]));
  parties.forEach((label, nth) => {
    const place = stored.get(memberIdOf(label))!;
    expect(place.entry.seats).toBe(seatsWanted(label));
    expect(answers[nth]).toEqual({
      ok: true,
      data: { seats: place.entry.seats, state: place.state, ahead: place.ahead },
    });
  });
  const taken = seatsOf(placed(session));
  const next = queue(session).find(({ state }) => state === 'waiting')!;
  expect(taken).toBeLessThanOrEqual(SEATS);
  expect(taken + next.entry.seats).toBeGreaterThan(SEATS);
  const firstWaiting = queue(session).findIndex(({ state }) => state === 'waiting');
  expect(
    queue(session)
      .slice(firstWaiting)
      .every(({ state }) => state === 'waiting'),
  ).toBe(true);
}, 180_000);

test('抢的时候名额加了又减、有人退：有了座就一直有，除非自己退或者被点名；座位从不超', async () => {
  let racing = true;
  const named = new Set<string>();
  const gone = new Set<string>();
  const everPlaced = new Set<string>();
  const sizes = [150, 90, 160, 60, 140, 100];
  const watch = async () => {
    while (racing) {
      const session = await sessionNow('race');
      holds(session);
      ids(session).forEach((entryId) => everPlaced.add(entryId));
    }
  };
  const staff = async () => {
    for (const to of sizes) {
      for (let done = false; !done && racing;) {
        const { rev, _id: sessionId } = await sessionNow('race');
        const asked = await resize(to, { sessionId, rev });
        if (!asked.ok) continue;
        const leaving = asked.data.last.map(({ entryId }) => entryId);
        const again = asked.data.done ? asked : await resize(to, { sessionId, rev, leaving });
        done = again.ok && again.data.done;
        if (done && !asked.data.done) leaving.forEach((entryId) => named.add(entryId));
      }
    }
  };
  const leavers = parties.filter((_, nth) => nth % 10 === 0);
  const race = (async () => {
    const answers = await atOnce(parties, async (label) => {
      const answer = await tap(label);
      if (leavers.includes(label)) {
        const left = await hall.leave(label, { session: 'race', seats: seatsWanted(label) });
        if (left.ok) gone.add(memberIdOf(label));
      }
      return answer;
    });
    racing = false;
    return answers;
  })();
  const [answers] = await Promise.all([race, watch(), staff()]);

  const session = await sessionNow('race');
  holds(session);
  expect(answers.every((answer) => answer?.ok)).toBe(true);
  expect(session.rev).toBeGreaterThan(0);
  const removed = session.roster.filter(({ removedBy }) => removedBy !== undefined);
  expect(removed.every(({ entryId }) => named.has(entryId))).toBe(true);
  const now = new Set(ids(session));
  const lost = session.roster.filter(
    ({ entryId, memberId }) =>
      everPlaced.has(entryId) && !now.has(entryId) && !named.has(entryId) && !gone.has(memberId),
  );
  expect(lost).toEqual([]);
  expect(
    session.roster.filter(({ memberId }) => gone.has(memberId)).every(({ leftAt }) => leftAt !== null),
  ).toBe(true);
}, 240_000);

test('一百个人每人点三下，名单上各只有一份', async () => {
  const hundred = parties.slice(0, 100);
  const taps = [0, 1, 2].flatMap(() => hundred);
  const answers: JoinAnswer[] = await atOnce(taps, tap);
  const codes = answers.map((answer) => (answer?.ok ? 'ok' : answer?.code));
  expect(codes.filter((code) => code === 'ok')).toHaveLength(100);
  expect(codes.filter((code) => code === 'already_joined')).toHaveLength(200);
  const session = await sessionNow('race');
  holds(session);
  expect(session.roster).toHaveLength(100);
}, 180_000);
