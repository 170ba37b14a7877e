import { lookUpKey } from '../../../cloudfunctions/platform/secrets';
import { aMember, anEntryOfTheRoster, askingOf, memberIdOf, openidOf, STUDIO } from '../../support/makers';
import { anOffice, bad, clerk, DAY, elder, joined, NOW, one, wrongOf } from './office';

const { studio, load, find, issue, unlock, scan, entry, membersOf, shown } = anOffice();

describe('不行的码', () => {
  test('错的、过期的、用过的、锁住的、没有的：同一句话，往返也一样', async () => {
    const code = await shown();
    const seen: [unknown, string[]][] = [];
    const look = async (given: string, who: string) => {
      const { result, invocation } = await studio().ask(openidOf(who), 'members.scanIn', {
        code: given,
        consent: 1,
      });
      seen.push([result, (await studio().trips(invocation)).map(({ action }) => action)]);
    };
    await look(wrongOf(code, 0), 'p1');
    await look(`${'z'.repeat(8)}.${'z'.repeat(20)}`, 'p2');
    await studio().setClock(NOW + DAY);
    await look(code, 'p3');
    await studio().setClock(NOW);
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
    await studio().setClock(NOW + DAY - 1);
    const early = await scan(code, openidOf('early'));
    expect(early).toEqual(joined);
    await studio().setClock(NOW + DAY);
    expect(await scan(code, openidOf('early'))).toEqual(bad);
    await studio().setClock(NOW);
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
    expect(await studio().call(clerk, 'members.entry', one('chen'))).toMatchObject({
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
    expect(await find('tries', {})).toEqual([
      { _id: lookUpKey('tries', elder), v: 1, day: Date.parse('2026-11-22T16:00:00Z'), count: 5 },
    ]);
    await studio().setClock(NOW + 7 * 3_600_000);
    expect(await scan(code)).toEqual(joined);
    await studio().timer('patrols', 'sweep');
    expect(await find('tries', {})).toHaveLength(1);
    await studio().setClock(NOW + DAY + 7 * 3_600_000);
    await studio().timer('patrols', 'sweep');
    expect(await find('tries', {})).toEqual([]);
    await studio().setClock(NOW);
  });

  test('有人正在扫码加入，同时认给别人：只认给一个人', async () => {
    for (let round = 0; round < 4; round++) {
      const label = `pair${round}`;
      const asks = `asks${round}`;
      await load(aMember(asks, { veteran: false }), anEntryOfTheRoster(label, { asking: [askingOf(asks)] }));
      const code = await shown(label);
      const scanner = openidOf(`scanner${round}`);
      const [scanned, confirmed] = await Promise.all([
        scan(code, scanner),
        studio().call(clerk, 'members.confirm', { ...one(label), memberId: memberIdOf(asks), same: true }),
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
    await fetch(`${studio().url}/local/faults`, { method: 'POST', body: JSON.stringify(fault) });
    const first = await scan(code);
    await fetch(`${studio().url}/local/faults`, { method: 'DELETE' });
    if (!first.ok) expect(await scan(code)).toEqual(joined);
    const members = await membersOf(elder);
    expect(members).toMatchObject([{ veteran: true, studios: [{ studioId: STUDIO }] }]);
    expect(await entry()).toMatchObject({ memberId: members[0]?._id });
  });
});
