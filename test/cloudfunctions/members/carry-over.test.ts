import type { ShiftDocument } from '../../../typings/documents/event';
import type { Claim, MemberDocument } from '../../../typings/documents/member';
import type { RosterEntryDocument } from '../../../typings/documents/roster-entry';
import { lookUpKey } from '../../../cloudfunctions/platform/secrets';
import { phoneNumberOf } from '../../../local/cloud/open-api/phone-number';
import { SAMPLE_ENVIRONMENT } from '../../../local/sample/keys';
import {
  aMember,
  anEntry,
  anEntryOfTheRoster,
  askingOf,
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

/** 代报名的人后来有了微信：从前的和将来的班都归到他名下。 */

const NOW = Date.parse('2026-11-23T10:00:00Z');
const HOUR = 3_600_000;
const TEMPLATE = 'local-template-promoted';
const standIn = memberIdOf('standin');
const claimOf = (label: string, startsAt: number): Claim => ({
  studioId: STUDIO,
  ref: eventIdOf(label),
  from: startsAt,
  to: startsAt + 2 * HOUR,
  post: 'member',
  at: NOW - HOUR,
});
const his = (fields: object = {}) =>
  anEntry('standin', { name: '陈样国', by: memberIdOf('clerk'), ...fields });
const told = (label: string, at: number, memberId: string) => ({
  noticeId: `${memberId}-${at}`,
  cause: 'left' as const,
  memberId,
  at,
  state: 'done' as const,
  since: at,
  outcomes: [{ memberId: memberIdOf(label), name: '陈样国', outcome: 'noWeChat' as const }],
});
const left = NOW - 47 * HOUR;
const past = aShift('past', {
  startsAt: NOW - 46 * HOUR,
  roster: [his({ entryId: requestIdOf('first'), leftAt: left }), his(), anEntry('bea')],
  notices: [told('standin', left, standIn)],
});
const coming = aShift('coming', { startsAt: NOW + HOUR, roster: [anEntry('bea'), his()] });
const later = aShift('later', { startsAt: NOW + 30 * HOUR, roster: [his()] });
const claims = [claimOf('coming', NOW + HOUR), claimOf('later', NOW + 30 * HOUR)];

let studio: RunningStudio;
beforeAll(async () => {
  Object.assign(process.env, SAMPLE_ENVIRONMENT);
  studio = await startStudio({ now: NOW });
});
afterAll(() => studio.close());
beforeEach(async () => {
  await studio.reset();
  await studio.setClock(NOW);
  await studio.load(
    stored(
      aStudio({ staff: [memberIdOf('clerk')] }),
      aMember('clerk', { role: 'staff', veteran: false }),
      aMember('bea'),
      { ...aMember('standin', { name: '陈样国', claims }), openid: `none:${standIn}`, consent: null },
      anEntryOfTheRoster('chen', {
        name: '陈样国',
        standIn,
        asking: [askingOf('ada')],
        phoneKey: lookUpKey('phone', phoneNumberOf(openidOf('chen'))),
      }),
      past,
      coming,
      later,
    ),
  );
});

const one = { studioId: STUDIO, entryId: entryIdOf('chen') };
const load = (...docs: Parameters<typeof stored>) => studio.load(stored(...docs));
const ada = (claimed: Claim[] = []) => aMember('ada', { veteran: false, claims: claimed });
const confirm = () =>
  studio.call(openidOf('clerk'), 'members.confirm', { ...one, memberId: memberIdOf('ada'), same: true });
async function scan(who: string) {
  await studio.call(openidOf('clerk'), 'members.issueCode', one);
  const codes = (await (await fetch(`${studio.url}/local/codes`)).json()) as { scene: string }[];
  return studio.call(openidOf(who), 'members.scanIn', { code: codes.at(-1)?.scene ?? '', consent: 1 });
}
const shift = async (label: string) => (await studio.document<ShiftDocument>('events', eventIdOf(label)))!;
const who = async (label: string) =>
  (await shift(label)).roster.map(({ memberId, leftAt }) => [memberId, leftAt]);
const entry = () => studio.document<RosterEntryDocument>('rosterEntries', entryIdOf('chen'));
const memberOf = async (openid: string) =>
  (await documentsOf<MemberDocument>(`${studio.url}/admin`, 'members', { openid }))[0];
const member = (id: string) => studio.document<MemberDocument>('members', id);
const claimed = async (id: string) => (await member(id))?.claims.map(({ ref }) => ref).sort();
const [bea, adas] = [memberIdOf('bea'), memberIdOf('ada')];

async function sweptLater() {
  await studio.setClock(NOW + 10 * 60_000);
  await studio.timer('patrols', 'sweep');
}

describe('还没有账号的：代报名的那一份就是他的账号', () => {
  test('扫码：五次往返，班次一个字不变', async () => {
    expect(await scan('chen')).toMatchObject({ ok: true, data: { name: '陈样国', already: false } });
    const trips = (await studio.trips()).filter(({ action }) => action.startsWith('database.'));
    expect(trips.length).toBeLessThanOrEqual(5);
    expect(await memberOf(openidOf('chen'))).toMatchObject({
      _id: standIn,
      veteran: true,
      consent: { version: 1, at: NOW },
      claims,
    });
    expect(await entry()).toMatchObject({ memberId: standIn, standIn: null });
    for (const [label, before] of Object.entries({ past, coming, later }))
      expect(await shift(label)).toEqual(before);
    expect(await studio.call(openidOf('chen'), 'patrols.mine', { studioId: STUDIO })).toMatchObject({
      data: {
        coming: [{ shiftId: eventIdOf('coming') }, { shiftId: eventIdOf('later') }],
        past: [{ shiftId: eventIdOf('past') }],
      },
    });
  });

  test('自己加入，微信手机号认出来：四次往返', async () => {
    const answer = await fetch(`${studio.url}/client/phoneCode`, {
      method: 'POST',
      body: JSON.stringify({ openid: openidOf('chen') }),
    });
    const { code } = (await answer.json()) as { code: string };
    expect(
      await studio.call(openidOf('chen'), 'members.join', {
        studioId: STUDIO,
        name: '陈样国',
        phone: { code },
        consent: 1,
      }),
    ).toMatchObject({ ok: true, data: { recognised: 'veteran' } });
    const trips = (await studio.trips()).filter(({ action }) => action.startsWith('database.'));
    expect(trips.length).toBeLessThanOrEqual(4);
    expect(await memberOf(openidOf('chen'))).toMatchObject({ _id: standIn, claims });
    expect(await entry()).toMatchObject({ memberId: standIn, standIn: null });
  });
});

describe('已经有账号的：一件一件归到他名下', () => {
  test.each(['confirm', 'scan'] as const)('%s：从前的、将来的、退出的、通知，都是他的', async (way) => {
    await load(ada());
    expect(way === 'scan' ? await scan('ada') : await confirm()).toMatchObject({ ok: true });
    expect(await who('past')).toEqual([
      [adas, left],
      [adas, null],
      [bea, null],
    ]);
    expect((await shift('past')).notices).toMatchObject([{ memberId: adas, outcomes: [{ memberId: adas }] }]);
    expect(await who('coming')).toEqual([
      [bea, null],
      [adas, null],
    ]);
    expect(await who('later')).toEqual([[adas, null]]);
    expect(await shift('coming')).toMatchObject({ joined: coming.joined, roster: [{}, { at: his().at }] });
    expect(await claimed(adas)).toEqual(claims.map(({ ref }) => ref).sort());
    expect(await entry()).toMatchObject({ memberId: adas, standIn: null });

    expect(await member(standIn)).toMatchObject({ name: '', studios: [], claims: [] });
    await sweptLater();
    expect(await member(standIn)).toBeUndefined();
  });

  test('跟他自己的班冲突：他自己的留着，代报的让出来，补上的人得到通知', async () => {
    const mine = aShift('mine', { startsAt: NOW + 2 * HOUR, title: '河道清理', roster: [anEntry('ada')] });
    const full = ['b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const roster = [his(), ...full.map((label) => anEntry(label)), anEntry('bea')];
    await studio.reset();
    await load(
      aStudio({ staff: [memberIdOf('clerk')] }),
      aMember('clerk', { role: 'staff' }),
      aMember('bea'),
      ada([claimOf('mine', NOW + 2 * HOUR)]),
      { ...aMember('standin', { claims }), openid: `none:${standIn}` },
      anEntryOfTheRoster('chen', { standIn, asking: [askingOf('ada')] }),
      mine,
      { ...coming, roster, joined: { leader: 0, member: 9 } },
      later,
    );
    await studio.consent(openidOf('bea'), TEMPLATE);
    expect(await confirm()).toEqual({ ok: true, data: { veteran: true } });
    expect(await who('mine')).toEqual([[adas, null]]);
    expect(await shift('coming')).toMatchObject({
      joined: { member: 8 },
      roster: [{ memberId: adas, leftAt: NOW }, {}, {}, {}, {}, {}, {}, {}, { memberId: bea, leftAt: null }],
      notices: [{ memberId: adas, state: 'done', outcomes: [{ memberId: bea, outcome: 'sent' }] }],
      unsent: 0,
    });
    expect(await studio.outbox(openidOf('bea'))).toHaveLength(1);
    expect(await who('later')).toEqual([[adas, null]]);
    expect(await claimed(adas)).toEqual([eventIdOf('mine'), eventIdOf('later')].sort());
  });

  test('他自己也报了同一班：留他自己的那一条；从前的两条，只算来过一次', async () => {
    await studio.reset();
    const both = (label: string, startsAt: number) =>
      aShift(label, { startsAt, roster: [his(), anEntry('ada'), anEntry('bea')] });
    await load(
      aStudio({ staff: [memberIdOf('clerk')] }),
      aMember('clerk', { role: 'staff' }),
      ada([claimOf('coming', NOW + HOUR)]),
      { ...aMember('standin', { claims }), openid: `none:${standIn}` },
      anEntryOfTheRoster('chen', { standIn, asking: [askingOf('ada')] }),
      both('past', NOW - 46 * HOUR),
      both('coming', NOW + HOUR),
    );
    await confirm();
    for (const label of ['past', 'coming']) {
      expect(await who(label)).toEqual([
        [adas, NOW],
        [adas, null],
        [bea, null],
      ]);
      expect((await shift(label)).joined).toEqual({ leader: 0, member: 2 });
    }
  });
});

describe('半路断了', () => {
  const SEEDS = Array.from({ length: 16 }, (_, index) => index + 1);
  const broken = async (seed: number, work: () => Promise<{ ok: boolean }>) => {
    const fault = { kind: seed % 2 ? 'lost' : 'error', action: 'database.*', probability: 0.3, seed };
    await fetch(`${studio.url}/local/faults`, { method: 'POST', body: JSON.stringify(fault) });
    const first = await work();
    await fetch(`${studio.url}/local/faults`, { method: 'DELETE' });
    return first;
  };
  const everythingIs = async (memberId: string) => {
    expect(await who('past')).toEqual([
      [memberId, left],
      [memberId, null],
      [bea, null],
    ]);
    expect(await who('coming')).toEqual([
      [bea, null],
      [memberId, null],
    ]);
    expect(await who('later')).toEqual([[memberId, null]]);
    expect(await shift('coming')).toMatchObject({ joined: { member: 2 }, unsent: 0 });
    expect(await claimed(memberId)).toEqual(claims.map(({ ref }) => ref).sort());
    expect(await entry()).toMatchObject({ memberId, standIn: null });
  };

  test.each(SEEDS)('再点一次就办完（%i）', async (seed) => {
    await load(ada());
    const first = await broken(seed, confirm);
    if (!first.ok) expect(await confirm()).toEqual({ ok: true, data: { veteran: true } });
    await everythingIs(adas);
  });

  test('不再点，定时清扫也办完', async () => {
    await studio.reset();
    await load(
      aStudio(),
      aMember('bea'),
      ada(),
      { ...aMember('standin', { claims }), openid: `none:${standIn}` },
      anEntryOfTheRoster('chen', { standIn, memberId: adas }),
      past,
      coming,
      later,
    );
    await studio.timer('patrols', 'sweep');
    await everythingIs(adas);
    await sweptLater();
    expect(await member(standIn)).toBeUndefined();
  });

  test('合并的时候还有一次代报名在路上：清扫把它也归过去', async () => {
    await load(ada());
    await confirm();
    await load(aShift('late', { startsAt: NOW + 60 * HOUR, roster: [his({ at: NOW })] }));
    await sweptLater();
    expect(await who('late')).toEqual([[adas, null]]);
    expect(await claimed(adas)).toContain(eventIdOf('late'));
    expect(await member(standIn)).toBeUndefined();
  });

  test('账号已经注销了，迟到的代报名不留名字', async () => {
    await load(ada());
    await confirm();
    await studio.call(openidOf('ada'), 'members.forget', { studioId: STUDIO });
    await load(aShift('late', { startsAt: NOW + 60 * HOUR, roster: [his({ at: NOW })] }));
    await sweptLater();
    expect(await shift('late')).toMatchObject({
      roster: [{ memberId: adas, name: '（已注销）', leftAt: NOW + 10 * 60_000 }],
      joined: { member: 0 },
    });
    expect(await member(standIn)).toBeUndefined();
  });
});
