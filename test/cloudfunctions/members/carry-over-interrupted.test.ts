import {
  anEntryOfTheRoster,
  aMember,
  aShift,
  aStudio,
  eventIdOf,
  openidOf,
  STUDIO,
} from '../../support/makers';
import {
  ada,
  adas,
  bea,
  carried,
  claims,
  coming,
  his,
  HOUR,
  later,
  left,
  NOW,
  past,
  standIn,
} from './carried';

const { studio, load, confirm, shift, who, entry, member, claimed, sweptLater } = carried();

describe('半路断了', () => {
  const SEEDS = Array.from({ length: 16 }, (_, index) => index + 1);
  const broken = async (seed: number, work: () => Promise<{ ok: boolean }>) => {
    const fault = { kind: seed % 2 ? 'lost' : 'error', action: 'database.*', probability: 0.3, seed };
    await fetch(`${studio().url}/local/faults`, { method: 'POST', body: JSON.stringify(fault) });
    const first = await work();
    await fetch(`${studio().url}/local/faults`, { method: 'DELETE' });
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
    await studio().reset();
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
    await studio().timer('patrols', 'sweep');
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
    await studio().call(openidOf('ada'), 'members.forget', { studioId: STUDIO });
    await load(aShift('late', { startsAt: NOW + 60 * HOUR, roster: [his({ at: NOW })] }));
    await sweptLater();
    expect(await shift('late')).toMatchObject({
      roster: [{ memberId: adas, name: '（已注销）', leftAt: NOW + 10 * 60_000 }],
      joined: { member: 0 },
    });
    expect(await member(standIn)).toBeUndefined();
  });
});
