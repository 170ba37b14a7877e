import {
  aMember,
  anEntry,
  anEntryOfTheRoster,
  askingOf,
  aShift,
  aStudio,
  eventIdOf,
  memberIdOf,
  openidOf,
  requestIdOf,
  STUDIO,
} from '../../support/makers';
import {
  ada,
  adas,
  bea,
  carried,
  claimOf,
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

/** 代报名的人后来有了微信：从前的和将来的班都归到他名下。 */

const { studio, load, confirm, scan, shift, who, entry, memberOf, member, claimed, sweptLater } = carried();

describe('还没有账号的：代报名的那一份就是他的账号', () => {
  test('扫码：五次往返，班次一个字不变', async () => {
    expect(await scan('chen')).toMatchObject({ ok: true, data: { name: '陈样国', already: false } });
    const trips = (await studio().trips()).filter(({ action }) => action.startsWith('database.'));
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
    expect(await studio().call(openidOf('chen'), 'patrols.mine', { studioId: STUDIO })).toMatchObject({
      data: {
        coming: [{ shiftId: eventIdOf('coming') }, { shiftId: eventIdOf('later') }],
        past: [{ shiftId: eventIdOf('past') }],
      },
    });
  });

  test('自己加入，微信手机号认出来：四次往返', async () => {
    const answer = await fetch(`${studio().url}/client/phoneCode`, {
      method: 'POST',
      body: JSON.stringify({ openid: openidOf('chen') }),
    });
    const { code } = (await answer.json()) as { code: string };
    expect(
      await studio().call(openidOf('chen'), 'members.join', {
        studioId: STUDIO,
        name: '陈样国',
        phone: { code },
        consent: 1,
      }),
    ).toMatchObject({ ok: true, data: { recognised: 'veteran' } });
    const trips = (await studio().trips()).filter(({ action }) => action.startsWith('database.'));
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
    await studio().reset();
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
    await studio().consent(openidOf('bea'), 'local-template-promoted');
    expect(await confirm()).toEqual({ ok: true, data: { veteran: true } });
    expect(await who('mine')).toEqual([[adas, null]]);
    expect(await shift('coming')).toMatchObject({
      joined: { member: 8 },
      roster: [{ memberId: adas, leftAt: NOW }, {}, {}, {}, {}, {}, {}, {}, { memberId: bea, leftAt: null }],
      notices: [{ memberId: adas, state: 'done', outcomes: [{ memberId: bea, outcome: 'sent' }] }],
      unsent: 0,
    });
    expect(await studio().outbox(openidOf('bea'))).toHaveLength(1);
    expect(await who('later')).toEqual([[adas, null]]);
    expect(await claimed(adas)).toEqual([eventIdOf('mine'), eventIdOf('later')].sort());
  });

  test('他自己也报了同一班：留他自己的那一条；从前的两条，只算来过一次', async () => {
    await studio().reset();
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

  test('归过去的时候，他自己正好也在报这几班：每一班只有一条，人数一个不差', async () => {
    const days = Array.from({ length: 12 }, (_, day) => ({
      label: `day${day + 1}`,
      startsAt: NOW + (day + 3) * 24 * HOUR,
    }));
    await load(
      ada(),
      ...days.map(({ label, startsAt }) => aShift(label, { startsAt, roster: [anEntry('bea'), his()] })),
    );
    const join = ({ label, startsAt }: (typeof days)[number]) =>
      studio().call(openidOf('ada'), 'patrols.join', {
        requestId: requestIdOf(label),
        studioId: STUDIO,
        shiftId: eventIdOf(label),
        post: 'member',
        startsAt,
        endsAt: startsAt + 2 * HOUR,
      });
    const [confirmed] = await Promise.all([confirm(), ...days.map(join)]);
    expect(confirmed).toMatchObject({ ok: true });
    for (const { label } of days) {
      const { roster, joined } = await shift(label);
      const present = roster.filter(({ leftAt }) => leftAt === null).map(({ memberId }) => memberId);
      expect(present.sort()).toEqual([adas, bea].sort());
      expect(joined['member']).toBe(2);
      expect(roster.map(({ memberId }) => memberId)).not.toContain(standIn);
    }
  });
});
