import fc from 'fast-check';
import { decideResize, mayGive } from '../../../cloudfunctions/domain/capacity';
import { newNotice } from '../../../cloudfunctions/domain/notices';
import {
  asOf,
  heldSeats,
  placeOf,
  promotedBy,
  queueOf,
  seatsOf,
} from '../../../cloudfunctions/domain/roster';
import type { Notice, SessionDocument } from '../../../typings/documents/event';
import { anEntry, aSession, memberIdOf } from '../../support/makers';

/** Random histories of an activity: parties join and leave, staff change the capacity and give empty seats, the cut-off passes. */

const PEOPLE = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('join' as const),
      who: fc.constantFrom(...PEOPLE),
      seats: fc.integer({ min: 1, max: 4 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('leave' as const), who: fc.constantFrom(...PEOPLE) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('resize' as const), to: fc.integer({ min: 1, max: 12 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('give' as const), who: fc.constantFrom(...PEOPLE) }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const postOf = (event: SessionDocument) => event.posts[0]!;
const placed = (event: SessionDocument) =>
  queueOf(event, postOf(event)).filter(({ state }) => state === 'placed');
const ids = (event: SessionDocument) => placed(event).map(({ entry }) => entry.entryId);
const common = (at: number) => ({
  noticeId: `n${at}`,
  at,
  state: 'unsent' as const,
  since: at,
  outcomes: [],
});

/** What each guarded write does to the document; the same document where its guard does not hold. */
function next(event: SessionDocument, what: Step, at: number, late: boolean): SessionDocument {
  const withNotice = (notice: Notice) => [...event.notices, notice];
  if (what.kind === 'resize') return resized(event, what.to, at);
  const mine = placeOf(event, memberIdOf(what.who));
  if (what.kind === 'join') {
    if (mine || late) return event;
    const entry = anEntry(what.who, { entryId: `entry-${at}`, post: 'seat', seats: what.seats, at });
    return { ...event, roster: [...event.roster, entry] };
  }
  if (!mine) return event;
  if (what.kind === 'leave') {
    const kept = late && mine.state === 'placed' ? mine.entry.seats : 0;
    const roster = event.roster.map((entry) =>
      entry === mine.entry ? { ...entry, leftAt: at, kept } : entry,
    );
    return { ...event, roster, notices: withNotice(newNotice(mine.entry.memberId, at)) };
  }
  if (!late || !mayGive(event, postOf(event), mine.entry.entryId)) return event;
  const roster = event.roster.map((entry) => (entry === mine.entry ? { ...entry, given: true } : entry));
  return {
    ...event,
    roster,
    notices: withNotice({ ...common(at), cause: 'given', entryId: mine.entry.entryId }),
  };
}

function resized(event: SessionDocument, to: number, at: number): SessionDocument {
  const first = decideResize(event, postOf(event), to, []);
  const named = first.ok ? [] : first.last.map(({ entryId }) => entryId);
  const decision = decideResize(event, postOf(event), to, named);
  if (!decision.ok) throw new Error('those who came last are always enough');
  const { resizing } = decision;
  const roster = event.roster.map((entry) => {
    const released = resizing.released.find(({ entryId }) => entryId === entry.entryId)?.seats ?? 0;
    const gone = resizing.removed.includes(entry.entryId)
      ? { leftAt: at, removedBy: memberIdOf('clerk') }
      : {};
    return { ...entry, ...gone, ...(released && { kept: (entry.kept ?? 0) - released }) };
  });
  const posts = [{ ...postOf(event), headCount: to }];
  return {
    ...event,
    posts,
    roster,
    notices: [...event.notices, { ...common(at), cause: 'resized', ...resizing }],
  };
}

interface Seen {
  before: SessionDocument;
  after: SessionDocument;
  what: Step;
  late: boolean;
  at: number;
}

function walk([steps, cutOff]: [Step[], number], check: (seen: Seen) => void) {
  const posts = [{ code: 'seat', title: '座位', headCount: 6, roles: [] }];
  let event = aSession('talk', { startsAt: 0, posts });
  steps.forEach((what, index) => {
    const at = index + 1;
    const late = index >= cutOff;
    const after = next(event, what, at, late);
    check({ before: event, after, what, late, at });
    event = after;
  });
}

const history = fc.tuple(fc.array(step, { minLength: 1, maxLength: 60 }), fc.integer({ min: 0, max: 60 }));
const always = (check: (seen: Seen) => void) =>
  fc.assert(
    fc.property(history, (made) => walk(made as [Step[], number], check)),
    { numRuns: 500 },
  );

describe('名额：报名、退出、改名额、截止以后把空位子给人', () => {
  test('从不超员，空着的位子也算在内', () => {
    always(({ after }) => {
      expect(seatsOf(placed(after)) + heldSeats(after, postOf(after))).toBeLessThanOrEqual(
        postOf(after).headCount,
      );
      expect(heldSeats(after, postOf(after))).toBeGreaterThanOrEqual(0);
    });
  });

  test('有了位子就一直有，除非自己退出，或者改名额时点了名', () => {
    always(({ before, after, what }) => {
      const gone = (entryId: string) =>
        after.roster.find((entry) => entry.entryId === entryId)?.leftAt !== null &&
        (what.kind === 'leave' || what.kind === 'resize');
      expect(ids(after)).toEqual(expect.arrayContaining(ids(before).filter((entryId) => !gone(entryId))));
    });
  });

  test('截止以后有位子的人退出，没有人自动补上', () => {
    always(({ before, after, what, late }) => {
      if (what.kind !== 'leave' || !late || placeOf(before, memberIdOf(what.who))?.state !== 'placed') return;
      expect(ids(after).filter((entryId) => !ids(before).includes(entryId))).toEqual([]);
      expect(heldSeats(after, postOf(after))).toBeGreaterThan(heldSeats(before, postOf(before)));
    });
  });

  test('每件事补上的人，正是这件事以前没位子、以后有位子的人', () => {
    always(({ before, after }) => {
      const notice = after.notices.at(-1);
      if (!notice || after.notices.length === before.notices.length) return;
      const moved = ids(after).filter((entryId) => !ids(before).includes(entryId));
      expect(promotedBy(after, notice.noticeId).map(({ entryId }) => entryId)).toEqual(moved);
    });
  });

  test('以后的事不改变当时补上的是谁，除非他已经不在了', () => {
    const told = new Map<string, string[]>();
    always(({ before, after, at }) => {
      if (at === 1) told.clear();
      const notice = after.notices.at(-1);
      if (notice && after.notices.length > before.notices.length) {
        told.set(
          notice.noticeId,
          promotedBy(after, notice.noticeId).map(({ entryId }) => entryId),
        );
      }
      const stay = new Set(ids(after));
      for (const [noticeId, entries] of told) {
        const later = promotedBy(asOf(after, Number(noticeId.replace(/.*[n-]/, ''))), noticeId).map(
          ({ entryId }) => entryId,
        );
        expect(later.sort()).toEqual(entries.filter((entryId) => stay.has(entryId)).sort());
      }
    });
  });
});
