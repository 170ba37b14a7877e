import fc from 'fast-check';
import { queueOf } from '../../../cloudfunctions/domain/roster';
import type { Answer, Standing } from '../../../typings/contract';
import type { ShiftDocument } from '../../../typings/documents/event';
import { aMember, aShift, aStudio, eventIdOf, openidOf, requestIdOf, STUDIO } from '../../support/makers';
import { stored } from '../../support/stored';
import { type RunningStudio, startStudio } from '../../support/studio';

/** The rules of the roster again, with random people tapping at once, through the real functions and the real SDK. */

const NOW = Date.parse('2026-11-23T10:00:00Z');
const HOUR = 3_600_000;
const PEOPLE = ['a', 'b', 'c', 'd', 'e', 'f'];
const ROLES = ['member' as const];
const POSTS = [
  { code: 'driver', title: '开车', headCount: 1, roles: ROLES },
  { code: 'member', title: '队员', headCount: 2, roles: ROLES },
];
const patrol = eventIdOf('patrol');

let studio: RunningStudio;

beforeAll(async () => {
  studio = await startStudio({ now: NOW });
});
afterAll(() => studio.close());

const tap = fc.record({
  kind: fc.constantFrom('join', 'leave'),
  who: fc.constantFrom(...PEOPLE),
  post: fc.constantFrom('driver', 'member'),
});
type Tap = typeof tap extends fc.Arbitrary<infer T> ? T : never;
/** Taps of one round arrive at once, the rounds one after the other. */
const rounds = fc.array(fc.array(tap, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 });

let serial = 0;

function send({ kind, who, post }: Tap): Promise<Answer<Standing | { promoted: number }>> {
  const shift = { studioId: STUDIO, shiftId: patrol, post };
  if (kind === 'leave') return studio.call(openidOf(who), 'patrols.leave', shift);
  const requestId = requestIdOf(`tap${++serial}`);
  const times = { startsAt: NOW + HOUR, endsAt: NOW + 3 * HOUR };
  return studio.call(openidOf(who), 'patrols.join', { ...shift, ...times, requestId });
}

const shiftNow = async () => (await studio.document<ShiftDocument>('events', patrol))!;
const present = (shift: ShiftDocument) => shift.roster.filter(({ leftAt }) => leftAt === null);
const placed = (shift: ShiftDocument) =>
  POSTS.flatMap((post) => queueOf(shift, post))
    .filter(({ state }) => state === 'placed')
    .map(({ entry }) => entry.entryId);

test('许多人同时报名和退出：不超员，不重复，有了岗就一直有岗，人数一个不差', async () => {
  await fc.assert(
    fc.asyncProperty(rounds, async (history) => {
      await studio.reset();
      await studio.load(
        stored(
          aStudio(),
          ...PEOPLE.map((label) => aMember(label)),
          aShift('patrol', { startsAt: NOW + HOUR, posts: POSTS }),
        ),
      );
      let before = await shiftNow();
      for (const round of history) {
        const answers = await Promise.all(round.map(send));
        const after = await shiftNow();

        const people = present(after).map(({ memberId }) => memberId);
        expect(new Set(people).size).toBe(people.length);
        for (const { code } of POSTS) {
          expect(after.joined[code]).toBe(present(after).filter(({ post }) => post === code).length);
        }
        const stayed = new Set(present(after).map(({ entryId }) => entryId));
        const kept = placed(before).filter((entryId) => stayed.has(entryId));
        expect(placed(after)).toEqual(expect.arrayContaining(kept));

        const joined = round.filter(({ kind }, index) => kind === 'join' && answers[index]!.ok).length;
        const left = round.filter(({ kind }, index) => kind === 'leave' && answers[index]!.ok).length;
        expect(present(after)).toHaveLength(present(before).length + joined - left);
        before = after;
      }
    }),
    { numRuns: 25 },
  );
}, 180_000);
