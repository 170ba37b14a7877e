import { queueOf } from '../../../cloudfunctions/domain/roster';
import type { Answer } from '../../../typings/contract';
import type { Notice, SessionDocument } from '../../../typings/documents/event';
import { eventIdOf, memberIdOf, openidOf, requestIdOf, STUDIO } from '../../support/makers';
import { randomOf } from '../../../local/sample/random';
import { aHall, aTalk, DAY, FORM, HOUR, NOW, seats } from './hall';

/**
 * 一个月：people come and go, staff change, resize, give and cancel, while messages are refused, sent at once to one person, sent
 * without an answer, and calls die between writing and sending. Who had to be told is written down from the documents before and after each
 * act, not taken from the functions.
 */

const people = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const hall = aHall(people);
const { load, sessionNow } = hall;
const DAYS = 30;
const random = randomOf('month');
const pick = <T>(items: T[]): T => items[random.below(items.length)]!;

/** 每隔一天一场，九点开始，两个座位，前一天这时候截止。 */
const labels = Array.from({ length: DAYS / 2 - 1 }, (_, nth) => `s${nth}`);
const startOf = (nth: number) => NOW - 9 * HOUR + (2 * nth + 3) * DAY;

const FAULTS = [
  { kind: 'lost', action: 'wx.openApi:subscribeMessage.send', probability: 0.08 },
  { kind: 'error', action: 'wx.openApi:subscribeMessage.send', probability: 0.05 },
  { kind: 'lost', action: 'database.modifyAndReturnDoc', probability: 0.05 },
  { kind: 'error', action: 'database.modifyAndReturnDoc', probability: 0.05 },
  { kind: 'error', action: 'database.modifyDocument', probability: 0.1 },
  { kind: 'error', action: 'database.getDocument', probability: 0.03 },
  { kind: 'timerTwice', action: 'timer:activities/sweep', probability: 0.2 },
];

/** Only the functions meet the faults, not the book that is kept here; the draws are other ones each time. */
async function underFaults(work: () => Promise<unknown>): Promise<void> {
  const faults = `${hall.studio().url}/local/faults`;
  const drawn = FAULTS.map((fault, nth) => ({ ...fault, seed: 10 * ++draws + nth }));
  await fetch(faults, { method: 'POST', body: JSON.stringify(drawn) });
  await work();
  await fetch(faults, { method: 'DELETE' });
}
let draws = 0;

/** Who had to be told of what, by session and notice. */
const owed: { label: string; noticeId: string; memberId: string; removed: boolean }[] = [];

/** Again with the same request while nobody knows whether it happened. */
function surely<T>(act: () => Promise<Answer<T>>): Promise<void> {
  return underFaults(async () => {
    for (let attempt = 0; attempt < 8; attempt++) {
      const answer = await act().catch(() => null);
      if (answer && (answer.ok || answer.code !== 'unavailable')) return;
    }
  });
}

const placed = (session: SessionDocument) =>
  queueOf(session, session.posts[0]!).filter(({ state }) => state === 'placed');
const idsOf = (session: SessionDocument) => placed(session).map(({ entry }) => entry.memberId);
const presentOf = (session: SessionDocument) =>
  session.roster.filter(({ leftAt }) => leftAt === null).map(({ memberId }) => memberId);

async function act(label: string): Promise<void> {
  const before = await sessionNow(label);
  const session = { studioId: STUDIO, sessionId: eventIdOf(label) };
  const { rev, startsAt, endsAt, cutOff } = before;
  const who = pick(people);
  const studio = hall.studio();
  const kind = random.below(20);
  const staff = openidOf('clerk');
  const tap = requestIdOf(`t${++taps}`);
  const entries = before.roster.filter(({ leftAt }) => leftAt === null);
  if (kind < 9) {
    const mine = {
      ...session,
      requestId: tap,
      startsAt,
      endsAt,
      more: [],
      companions: random.below(2),
      youth: null,
      answers: [],
    };
    await surely(() => studio.call(openidOf(who), 'activities.join', mine));
  } else if (kind < 14) {
    const mine = entries.find(({ memberId }) => memberId === memberIdOf(who));
    const leaving = { ...session, seats: mine?.seats ?? 1, cutOff };
    await surely(() => studio.call(openidOf(who), 'activities.leave', leaving));
  } else if (kind < 17) {
    const to = 1 + random.below(5);
    const leaving = placed(before)
      .slice(to > 1 ? 1 : 0)
      .map(({ entry }) => entry.entryId);
    await surely(() => studio.call(staff, 'activities.resize', { ...session, rev, seats: to, leaving }));
  } else if (kind < 18 && entries.length > 0) {
    await surely(() =>
      studio.call(staff, 'activities.give', { ...session, rev, entryId: pick(entries).entryId }),
    );
  } else if (kind < 19) {
    const shift = random.below(3) * HOUR;
    const form = { ...FORM, seats: before.posts[0]!.headCount, place: `地点${taps}` };
    await surely(() =>
      studio.call(staff, 'activities.change', {
        ...session,
        rev,
        ...form,
        startsAt: startsAt + shift,
        endsAt: endsAt + shift,
      }),
    );
  } else if (random.chance(0.3)) {
    await surely(() => studio.call(staff, 'activities.cancel', { ...session, reason: '讲的人病了' }));
  }
  await writeDown(label, before);
}
let taps = 0;

async function writeDown(label: string, before: SessionDocument): Promise<void> {
  const after = await sessionNow(label);
  const made = after.notices.slice(before.notices.length).filter(({ cause }) => cause !== 'reminder');
  expect(made.length).toBeLessThanOrEqual(1);
  const [notice] = made;
  if (!notice) return;
  const removed = presentOf(before).filter(
    (id) => !presentOf(after).includes(id) && notice.cause === 'resized',
  );
  const told = ['changed', 'cancelled'].includes(notice.cause)
    ? presentOf(after)
    : idsOf(after).filter((id) => !idsOf(before).includes(id));
  const { noticeId } = notice;
  owed.push(...told.map((memberId) => ({ label, noticeId, memberId, removed: false })));
  owed.push(...removed.map((memberId) => ({ label, noticeId, memberId, removed: true })));
}

test('一个月下来：谁也没有收到两遍，人人要么收到，要么在要打电话的单子上', async () => {
  await load(
    ...labels.map((label, nth) =>
      aTalk(label, {
        startsAt: startOf(nth),
        endsAt: startOf(nth) + 2 * HOUR,
        posts: seats(2),
        deadline: startOf(nth) - 24 * HOUR,
        cutOff: startOf(nth) - 24 * HOUR,
        remindAt: startOf(nth) - 15 * HOUR,
      }),
    ),
  );
  for (const label of people.slice(0, 6))
    for (const template of ['promoted', 'changed', 'reminder'])
      await hall.studio().consent(openidOf(label), `local-template-${template}`, 40);

  for (let now = NOW; now < NOW + DAYS * DAY; now += 3 * HOUR + 37 * 60_000) {
    await hall.studio().setClock(now);
    await underFaults(() => hall.sweep().catch(() => null));
    for (const label of people) await hall.mail(label);
    const coming = labels.filter((_, nth) => startOf(nth) > now + HOUR && startOf(nth) < now + 6 * DAY);
    if (coming.length > 0) await act(pick(coming));
  }
  for (const after of [0, 10, 20]) {
    await hall.studio().setClock(NOW + DAYS * DAY + after * 60_000);
    await hall.sweep();
  }
  await settledUp();
}, 240_000);

async function settledUp(): Promise<void> {
  const sessions = await Promise.all(labels.map((label) => sessionNow(label)));
  const notices = sessions.flatMap((session) => session.notices.map((notice) => ({ session, notice })));
  expect(notices.every(({ notice }) => notice.state === 'done')).toBe(true);
  expect(sessions.every(({ unsent }) => unsent === 0)).toBe(true);
  await nobodyTwice(notices);
  everybodyOnce(notices);
  const outcomes = notices.flatMap(({ notice }) => notice.outcomes.map(({ outcome }) => outcome));
  expect(outcomes).toEqual(expect.arrayContaining(['sent', 'refused', 'unknown']));
}

type Noted = { session: SessionDocument; notice: Notice };

/** Each message lies between those that surely went out and those that may have. */
async function nobodyTwice(notices: Noted[]): Promise<void> {
  for (const { notice } of notices) {
    const told = notice.outcomes.map(({ memberId }) => memberId);
    expect(new Set(told).size).toBe(told.length);
  }
  for (const label of people) {
    const messages = await hall.mail(label);
    for (const session of labels) {
      const got = messages.filter(({ page }) => page.includes(eventIdOf(session))).length;
      const mine = notices
        .filter((noted) => noted.session._id === eventIdOf(session))
        .flatMap(({ notice }) => notice.outcomes)
        .filter(({ memberId }) => memberId === memberIdOf(label))
        .map(({ outcome }) => outcome);
      const sure = mine.filter((outcome) => outcome === 'sent').length;
      const perhaps = mine.filter((outcome) => outcome === 'unknown').length;
      expect(got).toBeGreaterThanOrEqual(sure);
      expect(got).toBeLessThanOrEqual(sure + perhaps);
    }
  }
}

/** Who was owed a word has an outcome, unless it was no news any more when the morning came. */
function everybodyOnce(notices: Noted[]): void {
  expect(owed.length).toBeGreaterThan(30);
  const missing = owed.filter(({ label, noticeId, memberId, removed }) => {
    const found = notices.find(
      ({ session, notice }) => session._id === eventIdOf(label) && notice.noticeId === noticeId,
    );
    if (!found || found.notice.outcomes.some((told) => told.memberId === memberId)) return false;
    const { session, notice } = found;
    const stays = presentOf(session).includes(memberId);
    if (notice.cause === 'cancelled') return true;
    if (removed) return !session.roster.some((entry) => entry.memberId === memberId && entry.at >= notice.at);
    return (
      stays && session.state === 'open' && (notice.cause === 'changed' || idsOf(session).includes(memberId))
    );
  });
  expect(missing).toEqual([]);
}
