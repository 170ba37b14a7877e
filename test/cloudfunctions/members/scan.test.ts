import { lookUpKey } from '../../../cloudfunctions/platform/secrets';
import { SAMPLE_ENVIRONMENT } from '../../../local/sample/keys';
import type { AuditDocument } from '../../../typings/documents/audit';
import type { MemberDocument } from '../../../typings/documents/member';
import type { RosterEntryDocument } from '../../../typings/documents/roster-entry';
import {
  aMember,
  anEntryOfTheRoster,
  askingOf,
  aStudio,
  entryIdOf,
  memberIdOf,
  openidOf,
  STUDIO,
} from '../../support/makers';
import { stored } from '../../support/stored';
import { documentsOf, type RunningStudio, startStudio } from '../../support/studio';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const DAY = 24 * 3_600_000;
const clerk = openidOf('clerk');
const elder = openidOf('elder');

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
      aStudio({ _id: 'other' }),
      aMember('clerk', { role: 'staff', veteran: false }),
      aMember('ada', { veteran: false }),
      aMember('tied'),
      aMember('away', { veteran: false, studioId: 'other' }),
      anEntryOfTheRoster('chen', { name: '陈样国' }),
      anEntryOfTheRoster('tied', { memberId: memberIdOf('tied') }),
      anEntryOfTheRoster('like', { asking: [askingOf('ada')] }),
    ),
  );
});

const one = (label: string) => ({ studioId: STUDIO, entryId: entryIdOf(label) });
const issue = (label = 'chen') => studio.call(clerk, 'members.issueCode', one(label));
const unlock = (label = 'chen') => studio.call(clerk, 'members.unlock', one(label));
const scan = (code: string, who = elder) => studio.call(who, 'members.scanIn', { code, consent: 1 });
const entry = async (label = 'chen') =>
  (await studio.document<RosterEntryDocument>('rosterEntries', entryIdOf(label)))!;
const membersOf = (openid: string) =>
  documentsOf<MemberDocument>(`${studio.url}/admin`, 'members', { openid });
const codes = async () =>
  (await (await fetch(`${studio.url}/local/codes`)).json()) as { scene: string; path: string }[];
/** Shows a code, and says what its picture says. */
async function shown(label = 'chen'): Promise<string> {
  const before = (await codes()).map(({ scene }) => scene);
  expect(await issue(label)).toMatchObject({ ok: true });
  return (await codes()).map(({ scene }) => scene).find((scene) => !before.includes(scene)) ?? '';
}
const wrongOf = (code: string, guess: number) => `${code.slice(0, 9)}${String(guess).padStart(20, '0')}`;
const trips = async () => (await studio.trips()).filter(({ action }) => action.startsWith('database.'));

const joined = { ok: true, data: { studioId: STUDIO, name: '陈样国', role: 'member', already: false } };
const bad = { ok: false, code: 'bad_code' };

describe('出示二维码', () => {
  test('图里是一个真的小程序码，一天有效；库里只有它的哈希', async () => {
    const answer = await issue();
    expect(answer).toMatchObject({ ok: true, data: { until: NOW + DAY } });
    const picture = Buffer.from(answer.ok ? answer.data.picture : '', 'base64');
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    const [code] = await codes();
    expect(code?.scene).toMatch(/^[0-9a-z]{8}\.[0-9a-z]{20}$/);
    expect(code?.path).toBe(`pages/scan-in/index?scene=${code?.scene}`);
    const { code: kept, rev } = await entry();
    expect(kept).toEqual({
      ref: code?.scene.slice(0, 8),
      hash: lookUpKey('scan', code?.scene ?? ''),
      until: NOW + DAY,
      tries: 0,
      usedBy: null,
    });
    expect(rev).toBe(1);
    expect(JSON.stringify(await entry())).not.toContain(code?.scene.slice(9));
  });

  test('换一张，旧的就不能用了', async () => {
    const old = await shown();
    const fresh = await shown();
    expect(await scan(old)).toEqual(bad);
    expect(await scan(fresh)).toEqual(joined);
  });

  test('已经加入的，不再出示', async () => {
    expect(await issue('tied')).toEqual({ ok: false, code: 'taken' });
    expect((await entry('tied')).code).toBeNull();
  });
});

describe('扫码加入', () => {
  test('什么都不填：名字照花名册，就是老兵，花名册认给他', async () => {
    expect(await scan(await shown())).toEqual(joined);
    const [member] = await membersOf(elder);
    expect(member).toEqual({
      _id: expect.stringMatching(/^m_[0-9a-z]{24}$/) as string,
      v: 1,
      openid: elder,
      name: '陈样国',
      veteran: true,
      phone: null,
      consent: { version: 1, at: NOW },
      studios: [{ studioId: STUDIO, role: 'member', since: NOW, asking: null }],
      claims: [],
    });
    expect(await entry()).toMatchObject({ memberId: member?._id, standIn: null });
  });

  test('最多五次往返', async () => {
    await scan(await shown());
    expect((await trips()).length).toBeLessThanOrEqual(5);
    expect(await membersOf(elder)).toHaveLength(1);
  });

  test('审计里写在这个工作室、这一位名下', async () => {
    await scan(await shown());
    const lines = await documentsOf<AuditDocument>(`${studio.url}/admin`, 'audit', {
      studioId: STUDIO,
      action: 'members.scanIn',
    });
    const [member] = await membersOf(elder);
    expect(lines).toMatchObject([
      {
        studioId: STUDIO,
        memberId: member?._id,
        role: 'member',
        record: entryIdOf('chen'),
        fields: ['memberId', 'veteran'],
        outcome: 'ok',
      },
    ]);
  });

  test('答复丢了再扫一次，答一样的话；别人再扫就不行了', async () => {
    const code = await shown();
    expect(await scan(code)).toEqual(joined);
    expect(await scan(code)).toEqual(joined);
    expect(await scan(code, openidOf('other'))).toEqual(bad);
    expect(await membersOf(elder)).toHaveLength(1);
    expect(await membersOf(openidOf('other'))).toEqual([]);
  });

  test('二十个人同时扫，只有一个人是他', async () => {
    const code = await shown();
    const people = Array.from({ length: 20 }, (_, index) => openidOf(`racer${index}`));
    const answers = await Promise.all(people.map((who) => scan(code, who)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    const winner = people[answers.findIndex((answer) => answer.ok)] ?? '';
    const [member] = await membersOf(winner);
    expect(await entry()).toMatchObject({ memberId: member?._id });
    const all = await documentsOf<MemberDocument>(`${studio.url}/admin`, 'members', {});
    expect(all.filter(({ name }) => name === '陈样国')).toHaveLength(1);
  });

  test('已经是志愿者的，扫了就是老兵；等着认的事也办完了', async () => {
    const like = { studioId: STUDIO, name: '样例like', phone: null, consent: 1 };
    await studio.call(openidOf('bea'), 'members.join', like);
    const [before] = await membersOf(openidOf('bea'));
    expect(await entry('like')).toMatchObject({ waiting: 2 });
    expect(await scan(await shown(), openidOf('bea'))).toMatchObject({ data: { name: '样例like' } });
    expect(await membersOf(openidOf('bea'))).toMatchObject([
      { _id: before?._id, veteran: true, studios: [{ asking: null }] },
    ]);
    expect(await entry()).toMatchObject({ memberId: before?._id });
    await studio.call(clerk, 'members.confirm', {
      ...one('like'),
      memberId: memberIdOf('ada'),
      same: false,
    });
    expect(await entry('like')).toMatchObject({ asking: [], waiting: 0, memberId: null });
  });

  test('别的工作室的人来扫，还是同一个人', async () => {
    expect(await scan(await shown(), openidOf('away'))).toMatchObject({ ok: true });
    expect(await membersOf(openidOf('away'))).toMatchObject([
      { _id: memberIdOf('away'), veteran: true, studios: [{ studioId: 'other' }, { studioId: STUDIO }] },
    ]);
  });

  test.each([
    ['花名册上的另一位', 'tied'],
    ['工作人员自己', 'clerk'],
  ])('%s扫了别人的码：告诉他早就加入了，码还能用', async (_who, label) => {
    const code = await shown();
    const [before] = await membersOf(openidOf(label));
    expect(await scan(code, openidOf(label))).toMatchObject({ ok: true, data: { already: true } });
    expect(await membersOf(openidOf(label))).toEqual([before]);
    expect(await entry()).toMatchObject({ memberId: null, code: { usedBy: null } });
    expect(await scan(code)).toEqual(joined);
  });
});

describe('不行的码', () => {
  test('错的、过期的、用过的、锁住的、没有的：同一句话，往返也一样', async () => {
    const code = await shown();
    const seen: [unknown, string[]][] = [];
    const look = async (given: string, who: string) => {
      const { result, invocation } = await studio.ask(openidOf(who), 'members.scanIn', {
        code: given,
        consent: 1,
      });
      seen.push([result, (await studio.trips(invocation)).map(({ action }) => action)]);
    };
    await look(wrongOf(code, 0), 'p1');
    await look(`${'z'.repeat(8)}.${'z'.repeat(20)}`, 'p2');
    await studio.setClock(NOW + DAY);
    await look(code, 'p3');
    await studio.setClock(NOW);
    for (let guess = 1; guess < 5; guess++) await scan(wrongOf(code, guess), openidOf(`g${guess}`));
    await look(code, 'p4');
    await unlock();
    const fresh = await shown();
    await scan(fresh);
    await look(fresh, 'p5');
    expect(seen.map(([result]) => result)).toEqual(Array.from({ length: 5 }, () => bad));
    expect(new Set(seen.map(([, actions]) => actions.join())).size).toBe(1);
    expect(await membersOf(openidOf('p4'))).toEqual([]);
  });

  test('差一秒也算过期，按云上的钟', async () => {
    const code = await shown();
    await studio.setClock(NOW + DAY - 1);
    const early = await scan(code, openidOf('early'));
    expect(early).toEqual(joined);
    await studio.setClock(NOW + DAY);
    expect(await scan(code, openidOf('early'))).toEqual(bad);
    await studio.setClock(NOW);
  });

  test('五个错的把他锁住，同时来也一样；解锁以后要重新出示', async () => {
    const code = await shown();
    const guesses = Array.from({ length: 12 }, (_, guess) =>
      scan(wrongOf(code, guess), openidOf(`g${guess}`)),
    );
    for (const answer of await Promise.all(guesses)) expect(answer).toEqual(bad);
    expect((await entry()).code).toMatchObject({ tries: 5 });
    expect(await scan(code)).toEqual(bad);
    expect(await issue()).toEqual({ ok: false, code: 'locked' });
    expect(await studio.call(clerk, 'members.entry', one('chen'))).toMatchObject({
      data: { code: { state: 'locked', until: null }, can: ['members.unlock'] },
    });
    expect(await unlock()).toEqual({ ok: true, data: { unlocked: true } });
    expect(await unlock()).toEqual({ ok: true, data: { unlocked: true } });
    expect(await scan(code)).toEqual(bad);
    expect(await scan(await shown())).toEqual(joined);
  });

  test('一个人一天试五次，同时试也一样；换一天再来', async () => {
    const code = await shown();
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, guess) => scan(`${'y'.repeat(8)}.${String(guess).padStart(20, '0')}`)),
    );
    const refusals = answers.map((answer) => (answer.ok ? 'ok' : answer.code));
    expect(refusals.filter((refusal) => refusal === 'bad_code')).toHaveLength(5);
    expect(await scan(code)).toEqual({ ok: false, code: 'too_many_tries' });
    expect(await documentsOf(`${studio.url}/admin`, 'tries', {})).toEqual([
      { _id: lookUpKey('tries', elder), v: 1, day: Date.parse('2026-11-22T16:00:00Z'), count: 5 },
    ]);
    await studio.setClock(NOW + 7 * 3_600_000);
    expect(await scan(code)).toEqual(joined);
    await studio.timer('patrols', 'sweep');
    expect(await documentsOf(`${studio.url}/admin`, 'tries', {})).toHaveLength(1);
    await studio.setClock(NOW + DAY + 7 * 3_600_000);
    await studio.timer('patrols', 'sweep');
    expect(await documentsOf(`${studio.url}/admin`, 'tries', {})).toEqual([]);
    await studio.setClock(NOW);
  });

  test('有人正在扫码加入，同时认给别人：只认给一个人', async () => {
    for (let round = 0; round < 4; round++) {
      const label = `pair${round}`;
      const asks = `asks${round}`;
      await studio.load(
        stored(aMember(asks, { veteran: false }), anEntryOfTheRoster(label, { asking: [askingOf(asks)] })),
      );
      const code = await shown(label);
      const scanner = openidOf(`scanner${round}`);
      const [scanned, confirmed] = await Promise.all([
        scan(code, scanner),
        studio.call(clerk, 'members.confirm', { ...one(label), memberId: memberIdOf(asks), same: true }),
      ]);
      expect([scanned.ok, confirmed.ok].filter(Boolean)).toHaveLength(1);
      const { memberId } = await entry(label);
      const people = [...(await membersOf(scanner)), ...(await membersOf(openidOf(asks)))];
      expect(people.filter(({ veteran }) => veteran).map(({ _id }) => _id)).toEqual([memberId]);
    }
  });
});

describe('半路断了，再扫一次就办完', () => {
  test.each(Array.from({ length: 12 }, (_, index) => index + 1))('（%i）', async (seed) => {
    const code = await shown();
    const fault = { kind: seed % 2 ? 'lost' : 'error', action: 'database.*', probability: 0.35, seed };
    await fetch(`${studio.url}/local/faults`, { method: 'POST', body: JSON.stringify(fault) });
    const first = await scan(code);
    await fetch(`${studio.url}/local/faults`, { method: 'DELETE' });
    if (!first.ok) expect(await scan(code)).toEqual(joined);
    const members = await membersOf(elder);
    expect(members).toMatchObject([{ veteran: true, studios: [{ studioId: STUDIO }] }]);
    expect(await entry()).toMatchObject({ memberId: members[0]?._id });
  });
});
