import fc from 'fast-check';
import { queueOf } from '../../../cloudfunctions/domain/roster';
import { SAMPLE_ENVIRONMENT } from '../../../local/sample/keys';
import type { ShiftDocument } from '../../../typings/documents/event';
import type { MemberDocument } from '../../../typings/documents/member';
import type { RosterEntryDocument } from '../../../typings/documents/roster-entry';
import {
  aMember,
  anEntryOfTheRoster,
  aShift,
  aStudio,
  entryIdOf,
  eventIdOf,
  memberIdOf,
  openidOf,
  requestIdOf,
  STUDIO,
} from '../../support/makers';
import { stored } from '../../support/stored';
import { documentsOf, type RunningStudio, startStudio } from '../../support/studio';

/** Leaders sign somebody up and out, he does so himself, others come and go, and in the middle of it all he scans his code. */

const NOW = Date.parse('2026-11-23T10:00:00Z');
const HOUR = 3_600_000;
const POSTS = [{ code: 'member', title: '队员', headCount: 1, roles: ['member' as const] }];
/** The second overlaps with the first, the third with neither. */
const STARTS = { one: NOW + HOUR, two: NOW + 2 * HOUR, three: NOW + 30 * HOUR };
const SHIFTS = Object.keys(STARTS) as (keyof typeof STARTS)[];

let studio: RunningStudio;
beforeAll(async () => {
  Object.assign(process.env, SAMPLE_ENVIRONMENT);
  studio = await startStudio({ now: NOW });
});
afterAll(() => studio.close());

const act = fc.record({
  kind: fc.constantFrom('join', 'leave', 'joinFor', 'joinFor', 'leaveFor', 'other', 'otherLeaves'),
  shift: fc.constantFrom(...SHIFTS),
});
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;
/** Taps of one round arrive at once. Nobody leaves a shift in the very moment that he joins it: the leaving could overtake the joining. */
const round = fc
  .array(act, { minLength: 1, maxLength: 4 })
  .map((acts) =>
    acts.filter(
      ({ kind, shift }) =>
        !/^leave/.test(kind) ||
        !acts.some((other) => other.shift === shift && ['join', 'joinFor'].includes(other.kind)),
    ),
  );
const history = fc.record({
  /** A volunteer already, or a stranger until he scans. */
  known: fc.boolean(),
  before: fc.array(round, { minLength: 1, maxLength: 2 }),
  during: round,
  after: fc.array(round, { maxLength: 1 }),
});

let serial = 0;
const entryId = entryIdOf('chen');

function send({ kind, shift }: Act): Promise<{ ok: boolean }> {
  const where = { studioId: STUDIO, shiftId: eventIdOf(shift), post: 'member' };
  const times = { startsAt: STARTS[shift], endsAt: STARTS[shift] + 2 * HOUR };
  const requestId = requestIdOf(`tap${++serial}`);
  if (kind === 'joinFor')
    return studio.call(openidOf('leader'), 'patrols.joinFor', { ...where, ...times, requestId, entryId });
  if (kind === 'leaveFor') return studio.call(openidOf('leader'), 'patrols.leaveFor', { ...where, entryId });
  const who = openidOf(kind.startsWith('other') ? 'bea' : 'chen');
  if (kind === 'leave' || kind === 'otherLeaves') return studio.call(who, 'patrols.leave', where);
  return studio.call(who, 'patrols.join', { ...where, ...times, requestId });
}

async function code(): Promise<string> {
  await studio.call(openidOf('clerk'), 'members.issueCode', { studioId: STUDIO, entryId });
  const codes = (await (await fetch(`${studio.url}/local/codes`)).json()) as { scene: string }[];
  return codes.at(-1)?.scene ?? '';
}

const shiftNow = async (label: string) => (await studio.document<ShiftDocument>('events', eventIdOf(label)))!;
const members = () => documentsOf<MemberDocument>(`${studio.url}/admin`, 'members', {});
const present = (shift: ShiftDocument) => shift.roster.filter(({ leftAt }) => leftAt === null);

test('什么时候扫码都一样：他只有一份，每一班最多一条，时间不冲突，人数一个不差，代报名的都归了他', async () => {
  await fc.assert(
    fc.asyncProperty(history, async ({ known, before, during, after }) => {
      await studio.reset();
      await studio.setClock(NOW);
      await studio.load(
        stored(
          aStudio({ staff: [memberIdOf('clerk')] }),
          aMember('clerk', { role: 'staff', veteran: false }),
          aMember('leader', { role: 'squadLeader' }),
          aMember('bea'),
          ...(known ? [aMember('chen', { veteran: false })] : []),
          anEntryOfTheRoster('chen'),
          ...SHIFTS.map((label) => aShift(label, { startsAt: STARTS[label], posts: POSTS })),
        ),
      );
      for (const taps of before) await Promise.all(taps.map(send));
      const scene = await code();
      const scan = () => studio.call(openidOf('chen'), 'members.scanIn', { code: scene, consent: 1 });
      const [scanned] = await Promise.all([scan(), ...during.map(send)]);
      expect(scanned).toMatchObject({ ok: true, data: { already: false } });
      for (const taps of after) await Promise.all(taps.map(send));
      await studio.setClock(NOW + 10 * 60_000);
      await studio.timer('patrols', 'sweep');

      const people = await members();
      const him = people.find(({ openid }) => openid === openidOf('chen'));
      expect(him).toMatchObject({ veteran: true });
      expect(people.map(({ openid }) => openid).filter((openid) => openid.includes(':'))).toEqual([]);
      expect(await studio.document<RosterEntryDocument>('rosterEntries', entryId)).toMatchObject({
        memberId: him?._id,
        standIn: null,
      });
      const ids = people.map(({ _id }) => _id);
      const mine: ShiftDocument[] = [];
      for (const label of SHIFTS) {
        const shift = await shiftNow(label);
        const leavers = shift.notices.flatMap((notice) => ('memberId' in notice ? [notice] : []));
        expect(leavers.length).toBe(shift.notices.length);
        for (const { memberId } of [...shift.roster, ...leavers]) expect(ids).toContain(memberId);
        const there = present(shift).map(({ memberId }) => memberId);
        expect(new Set(there).size).toBe(there.length);
        expect(shift.joined['member']).toBe(there.length);
        expect(shift.unsent).toBe(0);
        const placed = POSTS.flatMap((post) => queueOf(shift, post)).filter(
          ({ state }) => state === 'placed',
        );
        expect(placed).toHaveLength(Math.min(1, there.length));
        if (him && there.includes(him._id)) mine.push(shift);
      }
      const overlap = mine.map(({ _id }) => _id);
      expect(overlap).not.toEqual(expect.arrayContaining([eventIdOf('one'), eventIdOf('two')]));
      for (const { _id } of mine) expect(him?.claims.map(({ ref }) => ref)).toContain(_id);
    }),
    { numRuns: 40 },
  );
}, 240_000);
