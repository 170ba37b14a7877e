import type { ActionName, Answer } from '../../../typings/contract';
import { aMember, anEntry, eventIdOf, memberIdOf, openidOf, requestIdOf, STUDIO } from '../../support/makers';
import { aHall, aTalk, CUT_OFF, DAY, FORM, HOUR, NOW, SATURDAY } from './hall';

/**
 * Each use case with some of its database requests failed, or done without an answer, as the seed has it; then the same request again: what is
 * left is what a call without trouble leaves, and whoever got no message is on the call list.
 */

const people = ['a', 'b', 'c', 'd', 'e', 'f'];
const hall = aHall([]);
const SEEDS = Array.from({ length: 8 }, (_, index) => index + 1);
const span = { startsAt: SATURDAY, endsAt: SATURDAY + 2 * HOUR };
const later = { startsAt: SATURDAY + DAY, endsAt: SATURDAY + DAY + HOUR };
const DESK = { deskId: 'd1', title: '医生', from: SATURDAY, to: SATURDAY + HOUR, minutes: 20 };
const moved = [{ ...DESK, from: DESK.from + DAY, to: DESK.to + DAY }];
const tap = { requestId: requestIdOf('tap'), more: [], companions: 1, youth: null, answers: [] };

const CASES: [ActionName, string, object, number][] = [
  ['activities.join', 'f', { ...span, ...tap }, NOW],
  ['activities.leave', 'a', { seats: 1, cutOff: CUT_OFF }, NOW],
  ['activities.leave', 'a', { seats: 1, cutOff: CUT_OFF }, CUT_OFF],
  ['activities.resize', 'clerk', { rev: 0, seats: 5, leaving: [] }, NOW],
  ['activities.resize', 'clerk', { rev: 0, seats: 2, leaving: ['a', 'b'].map(requestIdOf) }, NOW],
  ['activities.change', 'clerk', { ...FORM, ...later, rev: 0, seats: 4, desks: moved }, NOW],
  ['activities.cancel', 'clerk', { reason: '讲的人病了' }, NOW],
  ['activities.book', 'a', { deskId: 'd1', at: null }, NOW],
  ['activities.unbook', 'b', { deskId: 'd1' }, NOW],
];

const session = { studioId: STUDIO, sessionId: eventIdOf('crash') };
const call = (action: ActionName, label: string, fields: object) =>
  hall.studio().send<Answer<unknown>>(openidOf(label), action, { ...session, ...fields });
const faults = (method: string, fault?: object) =>
  fetch(`${hall.studio().url}/local/faults`, { method, ...(fault && { body: JSON.stringify(fault) }) });

/** Five on four seats, b with a time at the desk, everybody willing to get messages. */
async function begin(now: number): Promise<void> {
  await hall.studio().reset();
  const claim = {
    studioId: STUDIO,
    ref: session.sessionId,
    from: SATURDAY,
    to: span.endsAt,
    post: 'seat',
    at: 0,
  };
  const five = people.slice(0, 5);
  await hall.load(
    ...five.map((label) => aMember(label, { claims: [claim] })),
    aMember('f'),
    aMember('clerk', { role: 'staff' }),
    aTalk('crash', {
      desks: [DESK],
      bookings: [{ deskId: 'd1', slot: 0, memberId: memberIdOf('b'), name: '样例b', bookedAt: 0 }],
      roster: five.map((label) => anEntry(label, { post: 'seat' })),
    }),
  );
  await hall.consent(...people);
  await hall.studio().setClock(now);
}

/** What was left by a crash counts as left after a minute. */
async function swept(now: number): Promise<void> {
  for (const minutes of [2, 4]) {
    await hall.studio().setClock(now + minutes * 60_000);
    await hall.sweep();
  }
}

async function leftBehind() {
  const { notices, ...stored } = await hall.sessionNow('crash');
  const members = await Promise.all(people.map((label) => hall.memberNow(label)));
  const causes = notices.map(({ cause, state }) => `${cause} ${state}`);
  const told = await Promise.all(people.map((label) => hall.told(label)));
  const rung = people.map((label) =>
    notices
      .flatMap(({ outcomes }) => outcomes)
      .some(({ memberId, outcome }) => memberId === memberIdOf(label) && outcome !== 'sent'),
  );
  return { documents: { ...stored, causes, claims: members.map(({ claims }) => claims) }, told, rung };
}

test.each(CASES)(
  '%s（%s）：半路断了，再来一遍，和没断过一样',
  async (action, who, fields, now) => {
    await begin(now);
    expect(await call(action, who, fields)).toMatchObject({ ok: true });
    await swept(now);
    const smooth = await leftBehind();

    for (const seed of SEEDS) {
      await begin(now);
      const kind = seed % 2 === 0 ? 'lost' : 'error';
      await faults('POST', { kind, action: 'database.*', probability: 0.4, seed });
      const first = await call(action, who, fields);
      await faults('DELETE');
      const again = first.ok ? first : await call(action, who, fields);
      // Whoever has left and was not told so hears that nothing is left to leave.
      expect(again.ok || again.code).toBe(action === 'activities.leave' && !again.ok ? 'not_joined' : true);
      await swept(now);
      const { documents, told, rung } = await leftBehind();
      expect(documents).toEqual(smooth.documents);
      people.forEach((_, nth) => {
        if (!rung[nth]) expect(told[nth]).toEqual(smooth.told[nth]);
        expect(told[nth]!.length).toBeLessThanOrEqual(smooth.told[nth]!.length);
      });
    }
  },
  120_000,
);
