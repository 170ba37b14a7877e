import fc from 'fast-check';
import { heldSeats, queueOf, seatsOf } from '../../../cloudfunctions/domain/roster';
import type { SessionDocument } from '../../../typings/documents/event';
import { aMember, eventIdOf, memberIdOf, requestIdOf } from '../../support/makers';
import { aHall, aTalk, CUT_OFF, HOUR, NOW, seats } from './hall';

/** The rules of the hall again, with random people and staff tapping at once, before and after the cut-off, through the real functions and the real SDK. */

const PEOPLE = ['a', 'b', 'c', 'd', 'e'];
const hall = aHall([]);

const tap = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('join' as const),
      who: fc.constantFrom(...PEOPLE),
      companions: fc.nat(2),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('leave' as const), who: fc.constantFrom(...PEOPLE) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('resize' as const), to: fc.integer({ min: 1, max: 6 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('give' as const), who: fc.constantFrom(...PEOPLE) }),
  },
);
type Tap = typeof tap extends fc.Arbitrary<infer T> ? T : never;
/** Taps of one round arrive at once; after so many rounds the cut-off passes. */
const history = fc.record({
  rounds: fc.array(fc.array(tap, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
  early: fc.nat(6),
});

let serial = 0;

function send(what: Tap, seen: SessionDocument) {
  const { rev, deadline } = seen;
  const sessionId = eventIdOf('hall');
  if (what.kind === 'join')
    return hall.join(what.who, {
      session: 'hall',
      companions: what.companions,
      requestId: requestIdOf(`tap${++serial}`),
    });
  const mine = (who: string) => seen.roster.findLast(({ memberId }) => memberId === memberIdOf(who));
  if (what.kind === 'leave')
    return hall.leave(what.who, { session: 'hall', seats: mine(what.who)?.seats ?? 1, cutOff: deadline });
  if (what.kind === 'give')
    return hall.give(mine(what.who)?.entryId ?? requestIdOf('nobody'), { sessionId, rev });
  const last = placed(seen).map(({ entry }) => entry.entryId);
  return hall.resize(what.to, { sessionId, rev, leaving: last.slice(-2) });
}

const queue = (session: SessionDocument) => queueOf(session, session.posts[0]!);
const placed = (session: SessionDocument) => queue(session).filter(({ state }) => state === 'placed');
const present = (session: SessionDocument) => session.roster.filter(({ leftAt }) => leftAt === null);

function sound(session: SessionDocument): void {
  const [post] = session.posts;
  const people = present(session).map(({ memberId }) => memberId);
  expect(new Set(people).size).toBe(people.length);
  expect(session.joined['seat']).toBe(present(session).reduce((total, entry) => total + entry.seats, 0));
  expect(session.held).toBe(heldSeats(session, post!));
  expect(seatsOf(placed(session)) + session.held).toBeLessThanOrEqual(post!.headCount);
}

test('不超员，不重复，人数和空位一个不差；有了座就一直有，除非自己退或被点名；截止以后没有人自动补上', async () => {
  await fc.assert(
    fc.asyncProperty(history, async ({ rounds, early }) => {
      await hall.studio().reset();
      await hall.load(
        ...PEOPLE.map((label) => aMember(label)),
        aMember('clerk', { role: 'staff' }),
        aTalk('hall', { posts: seats(3), deadline: CUT_OFF + 20 * HOUR, cutOff: CUT_OFF + 20 * HOUR }),
      );
      let before = await hall.sessionNow('hall');
      for (const [nth, round] of rounds.entries()) {
        const late = nth >= early;
        await hall.studio().setClock(late ? CUT_OFF + (20 + nth / 10) * HOUR : NOW + nth * 60_000);
        const answers = await Promise.all(round.map((what) => send(what, before)));
        const after = await hall.sessionNow('hall');
        sound(after);
        const here = new Set(present(after).map(({ entryId }) => entryId));
        const stayed = placed(before).filter(({ entry }) => here.has(entry.entryId));
        const now = new Set(placed(after).map(({ entry }) => entry.entryId));
        expect(stayed.filter(({ entry }) => !now.has(entry.entryId))).toEqual([]);
        const left = after.roster.filter(({ leftAt, removedBy }) => leftAt !== null && !removedBy).length;
        const leftBefore = before.roster.filter(
          ({ leftAt, removedBy }) => leftAt !== null && !removedBy,
        ).length;
        const leavings = round.filter(({ kind }, index) => kind === 'leave' && answers[index]!.ok).length;
        expect(left - leftBefore).toBe(leavings);
        const byStaff = round.some(
          ({ kind }, index) => ['resize', 'give'].includes(kind) && answers[index]!.ok,
        );
        const old = new Set(placed(before).map(({ entry }) => entry.entryId));
        const moved = placed(after).filter(({ entry }) => !old.has(entry.entryId));
        const waitersOnlyLeft = round.every(({ kind }, index) => kind !== 'leave' || !answers[index]!.ok);
        if (late && !byStaff && waitersOnlyLeft) expect(moved).toEqual([]);
        if (late && !byStaff)
          expect(seatsOf(placed(after)) + after.held).toBeGreaterThanOrEqual(
            Math.min(seatsOf(placed(before)) + before.held, after.posts[0]!.headCount),
          );
        before = after;
      }
    }),
    { numRuns: 20 },
  );
}, 240_000);
