import type { AuditDocument } from '../../../typings/documents/audit';
import type { EventDocument, Notice } from '../../../typings/documents/event';
import type { MemberDocument } from '../../../typings/documents/member';
import { aMember, anEntry, aShift, aStudio, eventIdOf, memberIdOf, STUDIO } from '../../support/makers';
import { stored } from '../../support/stored';
import { documentsOf, type RunningStudio, startStudio } from '../../support/studio';

/** 北京时间 18:00 */
const NOW = Date.parse('2026-11-23T10:00:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let studio: RunningStudio;
beforeAll(async () => {
  studio = await startStudio({ now: NOW });
});
afterAll(() => studio.close());
beforeEach(async () => {
  await studio.reset();
  await studio.setClock(NOW);
});

const auditLine = (n: number, at: number): AuditDocument => ({
  _id: `line-${String(n).padStart(4, '0')}`,
  v: 1,
  studioId: STUDIO,
  at,
  memberId: memberIdOf('clerk'),
  role: 'staff',
  action: 'members.grant',
  record: memberIdOf('ada'),
  fields: ['role'],
  outcome: 'ok',
});
const audits = async () =>
  (await documentsOf<AuditDocument>(`${studio.url}/admin`, 'audit', { studioId: STUDIO })).length;
const sweep = async (at = NOW) => {
  await studio.setClock(at);
  expect(await studio.timer('patrols', 'sweep')).toMatchObject({ ok: true });
};

test('谁做过什么：留两年，一天不多，一天不少', async () => {
  await studio.load([{ collection: 'audit', doc: auditLine(1, NOW) }]);
  await sweep(NOW + 730 * DAY);
  expect(await audits()).toBe(1);
  await sweep(NOW + 730 * DAY + 1);
  expect(await audits()).toBe(0);
});

test('到期的多，一次清一步，几次清完', async () => {
  const lines = Array.from({ length: 450 }, (_, n) => auditLine(n, NOW - 800 * DAY));
  await studio.load(lines.map((doc) => ({ collection: 'audit', doc })));
  const left = [];
  for (let run = 0; run < 3; run++) {
    await sweep();
    left.push(await audits());
  }
  expect(left).toEqual([250, 50, 0]);
});

test('通知发给了谁：班次过了七天不再留；没到的、没发完的还在', async () => {
  const notice = (noticeId: string, since: number, state: Notice['state'] = 'done'): Notice => ({
    noticeId,
    cause: 'left',
    memberId: memberIdOf('bea'),
    at: since,
    state,
    since,
    outcomes: [{ memberId: memberIdOf('ada'), name: '样例ada', outcome: 'sent' }],
  });
  const ended = { startsAt: NOW - 3 * HOUR, endsAt: NOW - HOUR, roster: [anEntry('ada')] };
  await studio.load(
    stored(
      aShift('over', { ...ended, notices: [notice('early', NOW - DAY), notice('late', NOW - 2 * HOUR)] }),
      aShift('ahead', { startsAt: NOW + 30 * DAY, notices: [notice('kept', NOW - DAY)] }),
    ),
  );
  const noticesOf = async (label: string) =>
    (await studio.document<EventDocument>('events', eventIdOf(label)))?.notices.map(
      ({ noticeId }) => noticeId,
    );
  await sweep(NOW + 7 * DAY - HOUR);
  expect(await noticesOf('over')).toEqual(['early', 'late']);
  await sweep(NOW + 7 * DAY - HOUR + 1);
  expect([await noticesOf('over'), await noticesOf('ahead')]).toEqual([[], ['kept']]);
});

test('试码的次数只算今天的，认领的时间过了一天就清掉', async () => {
  const day = Date.parse('2026-11-23T00:00:00+08:00');
  const claim = {
    studioId: STUDIO,
    ref: eventIdOf('x'),
    from: NOW - 2 * HOUR,
    to: NOW - HOUR,
    post: 'member',
    at: NOW - DAY,
  };
  const coming = { ...claim, ref: eventIdOf('y'), from: NOW + 9 * DAY, to: NOW + 9 * DAY + HOUR };
  await studio.load(stored(aStudio(), aMember('ada', { claims: [claim, coming] })));
  await studio.load([{ collection: 'tries', doc: { _id: 'hash', v: 1, day, count: 3 } }]);
  const seen = async () => [
    (await studio.document('tries', 'hash')) !== undefined,
    (await studio.document<MemberDocument>('members', memberIdOf('ada')))?.claims.map(({ ref }) => ref),
  ];
  await sweep(day + DAY - 1);
  expect(await seen()).toEqual([true, [claim.ref, coming.ref]]);
  await sweep(day + 2 * DAY);
  expect(await seen()).toEqual([false, [coming.ref]]);
});

test('什么都没到期的一次清扫，往返不多', async () => {
  await studio.load(stored(aStudio(), aMember('ada'), aShift('patrol', { startsAt: NOW + HOUR })));
  await sweep();
  const last = (await studio.invocations()).findLast(({ function: name }) => name === 'patrols');
  const trips = await studio.trips(last?.id);
  // Notices 1, stand-ins 2, checks 4, erasures 1, retention 4: each finds nothing by its index.
  expect(trips).toHaveLength(12);
  expect(trips.filter(({ examined }) => examined > 0)).toEqual([]);
});
