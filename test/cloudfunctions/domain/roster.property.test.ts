import fc from 'fast-check';
import { placeOf, promotedBy, queueOf } from '../../../cloudfunctions/domain/roster';
import { newNotice } from '../../../cloudfunctions/domain/notices';
import type { ShiftDocument } from '../../../typings/documents/event';
import { aShift, anEntry, memberIdOf } from '../../support/makers';

/** Random histories of joining and leaving; each step is what one guarded write of the database does. */

const POSTS = [
  { code: 'leader', title: '带队', headCount: 1, roles: [] },
  { code: 'member', title: '队员', headCount: 3, roles: [] },
];
const PEOPLE = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

const step = fc.record({
  kind: fc.constantFrom('join', 'leave'),
  who: fc.constantFrom(...PEOPLE),
  post: fc.constantFrom('leader', 'member'),
  seats: fc.integer({ min: 1, max: 3 }),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function next(shift: ShiftDocument, { kind, who, post, seats }: Step, at: number): ShiftDocument {
  const memberId = memberIdOf(who);
  const present = shift.roster.some((entry) => entry.memberId === memberId && entry.leftAt === null);
  if (kind === 'join') {
    const entry = anEntry(who, { entryId: `entry-${at}`, post, seats, at });
    return present ? shift : { ...shift, roster: [...shift.roster, entry] };
  }
  if (!present) return shift;
  const roster = shift.roster.map((entry) =>
    entry.memberId === memberId && entry.leftAt === null ? { ...entry, leftAt: at } : entry,
  );
  return { ...shift, roster, notices: [...shift.notices, newNotice(memberId, at)] };
}

const placed = (shift: ShiftDocument) =>
  POSTS.flatMap((post) => queueOf(shift, post))
    .filter(({ state }) => state === 'placed')
    .map(({ entry }) => entry.entryId);

function walk(
  steps: Step[],
  check: (before: ShiftDocument, after: ShiftDocument, step: Step, at: number) => void,
) {
  let shift = aShift('patrol', { startsAt: 0, posts: POSTS });
  steps.forEach((current, at) => {
    const after = next(shift, current, at + 1);
    check(shift, after, current, at + 1);
    shift = after;
  });
}

const history = fc.array(step, { minLength: 1, maxLength: 60 });

describe('任何先后的报名和退出', () => {
  test('每个岗位都不超员', () => {
    fc.assert(
      fc.property(history, (steps) =>
        walk(steps, (_before, after) => {
          for (const post of POSTS) {
            const taken = queueOf(after, post)
              .filter(({ state }) => state === 'placed')
              .reduce((sum, { entry }) => sum + entry.seats, 0);
            expect(taken).toBeLessThanOrEqual(post.headCount);
          }
        }),
      ),
    );
  });

  test('有岗的人都在排队的人前面，排队的次序就是报名的次序', () => {
    fc.assert(
      fc.property(history, (steps) =>
        walk(steps, (_before, after) => {
          for (const post of POSTS) {
            const queue = queueOf(after, post);
            const firstWaiting = queue.findIndex(({ state }) => state === 'waiting');
            const tail = firstWaiting < 0 ? [] : queue.slice(firstWaiting);
            expect(tail.every(({ state }) => state === 'waiting')).toBe(true);
            expect(queue.map(({ entry }) => entry.at)).toEqual(
              queue.map(({ entry }) => entry.at).sort((x, y) => x - y),
            );
          }
        }),
      ),
    );
  });

  test('有了岗就一直有岗，除非自己退出', () => {
    fc.assert(
      fc.property(history, (steps) =>
        walk(steps, (before, after, { kind, who }) => {
          const mine = kind === 'leave' ? placeOf(before, memberIdOf(who))?.entry.entryId : undefined;
          const kept = placed(before).filter((entryId) => entryId !== mine);
          expect(placed(after)).toEqual(expect.arrayContaining(kept));
        }),
      ),
    );
  });

  test('补上的人正是退出前没岗、退出后有岗的人', () => {
    fc.assert(
      fc.property(history, (steps) =>
        walk(steps, (before, after, { kind, who }, at) => {
          if (kind !== 'leave' || after === before) return;
          const had = new Set(placed(before));
          const promoted = promotedBy(after, newNotice(memberIdOf(who), at).noticeId);
          expect(promoted.map(({ entryId }) => entryId).sort()).toEqual(
            placed(after)
              .filter((entryId) => !had.has(entryId))
              .sort(),
          );
        }),
      ),
    );
  });

  test('同一步重复到达，什么也不变', () => {
    fc.assert(
      fc.property(history, (steps) =>
        walk(steps, (_before, after, current, at) => {
          expect(next(after, current, at)).toBe(after);
        }),
      ),
    );
  });
});
