import { lookUpKey } from '../../../cloudfunctions/platform/secrets';
import { phoneNumberOf } from '../../../local/cloud/open-api/phone-number';
import { SAMPLE_ENVIRONMENT } from '../../../local/sample/keys';
import type { ActionName, Request } from '../../../typings/contract';
import type { EventDocument } from '../../../typings/documents/event';
import type { MemberDocument } from '../../../typings/documents/member';
import type { RosterEntryDocument } from '../../../typings/documents/roster-entry';
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

const NOW = Date.parse('2026-11-23T10:00:00Z');
const HOUR = 3_600_000;
const ada = openidOf('ada');
const newcomer = openidOf('newcomer');

let studio: RunningStudio;
beforeAll(async () => {
  Object.assign(process.env, SAMPLE_ENVIRONMENT);
  studio = await startStudio({ now: NOW });
});
afterAll(() => studio.close());

const shift = aShift('patrol', { startsAt: NOW + HOUR, roster: [anEntry('ada'), anEntry('bea')] });
const { startsAt, endsAt } = shift;
const claim = {
  studioId: STUDIO,
  ref: shift._id,
  from: startsAt,
  to: endsAt,
  post: 'member',
  at: NOW - HOUR,
};
beforeEach(async () => {
  await studio.reset();
  await studio.load(
    stored(
      aStudio({ staff: [memberIdOf('clerk')] }),
      aMember('clerk', { role: 'staff' }),
      aMember('ada', { claims: [claim], veteran: false }),
      aMember('bea', { claims: [claim] }),
      aMember('cara'),
      anEntryOfTheRoster('ada', { asking: [askingOf('ada')] }),
      anEntryOfTheRoster('known', {
        name: '样例新兵',
        phoneKey: lookUpKey('phone', phoneNumberOf(newcomer)),
      }),
      anEntryOfTheRoster('like', { name: '样例像的' }),
      shift,
    ),
  );
});

const post = async (path: string, body: object) =>
  (await (await fetch(studio.url + path, { method: 'POST', body: JSON.stringify(body) })).json()) as object;
const code = async () => ((await post('/client/phoneCode', { openid: newcomer })) as { code: string }).code;

/** The call with some of its requests lost or failed, as the seed has it; then again until it comes through. */
async function interrupted<A extends ActionName>(seed: number, who: string, action: A, data: Request<A>) {
  const kind = seed % 2 === 0 ? 'lost' : 'error';
  await post('/local/faults', { kind, action: 'database.*', probability: 0.4, seed });
  const first = await studio.call(who, action, data);
  await fetch(`${studio.url}/local/faults`, { method: 'DELETE' });
  return first.ok ? first : await studio.call(who, action, data);
}

const SEEDS = Array.from({ length: 12 }, (_, index) => index + 1);
const join = { studioId: STUDIO, consent: 1 };
const tap = { studioId: STUDIO, shiftId: shift._id, post: 'member' };
const entry = (label: string) => studio.document<RosterEntryDocument>('rosterEntries', entryIdOf(label));
const memberOf = async (openid: string) =>
  await documentsOf<MemberDocument>(`${studio.url}/admin`, 'members', { openid });
const patrol = () => studio.document<EventDocument>('events', eventIdOf('patrol'));

/** What holds whatever happened: the counter is the roster's, and nobody stands in it twice. */
async function soundRoster() {
  const event = await patrol();
  const present = event?.roster.filter(({ leftAt }) => leftAt === null) ?? [];
  expect(event?.joined['member']).toBe(present.length);
  expect(new Set(present.map(({ memberId }) => memberId)).size).toBe(present.length);
  return present.map(({ memberId }) => memberId);
}

describe('半路断了，再点一次就办完', () => {
  test.each(SEEDS)('加入，微信手机号认出是老兵（%i）', async (seed) => {
    const request = { ...join, name: '样例新兵', phone: { code: await code() } };
    const answer = await interrupted(seed, newcomer, 'members.join', request);
    // A code that was used before the person was stored is used up: a new tap brings a new one.
    const again = answer.ok
      ? answer
      : await studio.call(newcomer, 'members.join', { ...request, phone: { code: await code() } });
    expect(again).toMatchObject({ ok: true, data: { recognised: 'veteran' } });
    const members = await memberOf(newcomer);
    expect(members).toMatchObject([{ veteran: true, studios: [{ studioId: STUDIO }] }]);
    expect(await entry('known')).toMatchObject({ memberId: members[0]?._id, waiting: 0 });
  });

  test.each(SEEDS)('加入，名字像花名册上的一位（%i）', async (seed) => {
    const request = { ...join, name: '样例像的', phone: { code: await code() } };
    const answer = await interrupted(seed, newcomer, 'members.join', request);
    if (!answer.ok)
      await studio.call(newcomer, 'members.join', { ...request, phone: { code: await code() } });
    const [member] = await memberOf(newcomer);
    // By the phone the station's own entry is the likelier one.
    const asked = await entry('known');
    expect(member).toMatchObject({ veteran: false, studios: [{ asking: asked?._id }] });
    expect(asked).toMatchObject({ waiting: 1, asking: [{ memberId: member?._id }] });
  });

  test.each(SEEDS)('认人（%i）', async (seed) => {
    const request = { studioId: STUDIO, entryId: entryIdOf('ada'), memberId: memberIdOf('ada'), same: true };
    const answer = await interrupted(seed, openidOf('clerk'), 'members.confirm', request);
    expect(answer).toEqual({ ok: true, data: { veteran: true } });
    expect(await entry('ada')).toMatchObject({ memberId: memberIdOf('ada'), waiting: 0, asking: [] });
    expect(await memberOf(ada)).toMatchObject([{ veteran: true, studios: [{ asking: null }] }]);
  });

  test.each(SEEDS)('注销（%i）', async (seed) => {
    await interrupted(seed, ada, 'members.forget', { studioId: STUDIO });
    expect(await memberOf(ada)).toEqual([]);
    expect(await soundRoster()).toEqual([memberIdOf('bea')]);
    expect((await patrol())?.roster[0]).toMatchObject({ name: '（已注销）' });
    expect(await entry('ada')).toMatchObject({ memberId: null, waiting: 0, asking: [] });
  });

  test.each(SEEDS)('报名，再退出（%i）', async (seed) => {
    const cara = openidOf('cara');
    const request = { ...tap, requestId: requestIdOf('tap'), startsAt, endsAt };
    expect(await interrupted(seed, cara, 'patrols.join', request)).toMatchObject({
      ok: true,
      data: { state: 'placed' },
    });
    expect(await soundRoster()).toEqual(['ada', 'bea', 'cara'].map(memberIdOf));
    const left = await interrupted(seed + 100, cara, 'patrols.leave', tap);
    expect(left.ok || left.code).toEqual(left.ok || 'not_joined');
    expect(await soundRoster()).toEqual(['ada', 'bea'].map(memberIdOf));
    expect(await memberOf(cara)).toMatchObject([{ claims: [] }]);
  });
});

describe('同时来', () => {
  test('五十个人抢八个岗：八个有岗，其余排队，名单和数字一致', async () => {
    const people = Array.from({ length: 50 }, (_, index) => `crowd${index}`);
    await studio.load(stored(...people.map((label) => aMember(label))));
    const answers = await Promise.all(
      people.map((label) =>
        studio.call(openidOf(label), 'patrols.join', {
          ...tap,
          requestId: requestIdOf(label),
          startsAt,
          endsAt,
        }),
      ),
    );
    const states = answers.map((answer) => answer.ok && answer.data.state);
    expect(states.filter((state) => state === 'placed')).toHaveLength(6);
    expect(states.filter((state) => state === 'waiting')).toHaveLength(44);
    expect(await soundRoster()).toHaveLength(52);
  });

  test('两位工作人员同时认同一个人，和他注销同时来：不留下没有人的认定', async () => {
    const request = { studioId: STUDIO, entryId: entryIdOf('ada'), memberId: memberIdOf('ada'), same: true };
    await Promise.all([
      studio.call(openidOf('clerk'), 'members.confirm', request),
      studio.call(openidOf('clerk'), 'members.confirm', request),
      studio.call(ada, 'members.forget', { studioId: STUDIO }),
    ]);
    expect(await memberOf(ada)).toEqual([]);
    expect(await entry('ada')).toMatchObject({ memberId: null, asking: [], waiting: 0 });
  });

  test('给他工作人员，同时他注销：名单里没有不在的人', async () => {
    for (let round = 0; round < 5; round++) {
      const label = `brief${round}`;
      await studio.load(stored(aMember(label)));
      await Promise.all([
        studio.call(openidOf('clerk'), 'members.grant', {
          studioId: STUDIO,
          memberId: memberIdOf(label),
          role: 'staff',
        }),
        studio.call(openidOf(label), 'members.forget', { studioId: STUDIO }),
      ]);
      const left = await memberOf(openidOf(label));
      const staff = [memberIdOf('clerk'), ...left.map(({ _id }) => _id)];
      expect(await studio.document('studios', STUDIO)).toMatchObject({ staff });
      await studio.call(openidOf(label), 'members.forget', { studioId: STUDIO });
    }
  });
});

test('别的工作室认定的老兵，这里说「不是他」，还是老兵', async () => {
  await studio.load(
    stored(aMember('elsewhere'), anEntryOfTheRoster('same', { asking: [askingOf('elsewhere')] })),
  );
  const request = { studioId: STUDIO, entryId: entryIdOf('same'), memberId: memberIdOf('elsewhere') };
  await studio.call(openidOf('clerk'), 'members.confirm', { ...request, same: false });
  expect(await memberOf(openidOf('elsewhere'))).toMatchObject([
    { veteran: true, studios: [{ asking: null }] },
  ]);
});
