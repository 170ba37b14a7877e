import { aMember, aShift, eventIdOf, STUDIO } from '../../support/makers';
import { anEvening, HOUR, NOW, TONIGHT } from './evening';

const { studio, load, join, leave, shiftNow, memberNow, names } = anEvening();

describe('时间冲突', () => {
  test('说出跟哪一项冲突，什么也不存，最多三次往返', async () => {
    await join('a');
    const before = await memberNow('a');
    expect(await join('a', 'river')).toEqual({
      ok: false,
      code: 'clash',
      detail: { title: '平安巡逻', startsAt: TONIGHT, endsAt: TONIGHT + 2 * HOUR },
    });
    expect((await studio().trips()).length).toBeLessThanOrEqual(3);
    expect(await memberNow('a')).toEqual(before);
    expect(await names('river')).toEqual([]);
  });

  test('同时点两个冲突的班次，只报上一个', async () => {
    const answers = await Promise.all([join('a'), join('a', 'river')]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    const rosters = [...(await names()), ...(await names('river'))];
    expect(rosters).toEqual(['样例a']);
  });

  test('退出那一项，就能报这一项', async () => {
    await join('a');
    await leave('a');
    expect(await join('a', 'river')).toMatchObject({ ok: true });
  });

  test('没报成的认领作废，不挡后面的报名', async () => {
    await load(aShift('gone', { startsAt: TONIGHT, state: 'cancelled' }));
    expect(await join('a', 'gone')).toEqual({ ok: false, code: 'closed' });
    expect(await join('a', 'river')).toMatchObject({ ok: true });
    expect((await memberNow('a')).claims.map(({ ref }) => ref)).toEqual([eventIdOf('river')]);
  });

  test('岗位不归我没报成，同一时间的别的班马上能报', async () => {
    expect(await join('a', 'patrol', { post: 'leader' })).toMatchObject({ code: 'post_not_for_you' });
    expect(await join('a', 'river')).toMatchObject({ ok: true });
  });

  test('退出以后迟到的报名没报成，也不挡别的班', async () => {
    await join('a');
    await leave('a');
    await join('a');
    expect(await join('a', 'river')).toMatchObject({ ok: true });
  });

  test('作废的旧认领旁边，两个冲突的报名同时到，还是只报上一个', async () => {
    for (let round = 0; round < 10; round++) {
      const old = {
        studioId: STUDIO,
        ref: eventIdOf('patrol'),
        from: TONIGHT,
        to: TONIGHT + 2 * HOUR,
        post: 'leader',
        at: NOW - HOUR,
      };
      const label = `racer${round}`;
      await load(aMember(label, { claims: [old] }));
      await Promise.all([join(label), join(label, 'river')]);
      const rosters = [...(await shiftNow()).roster, ...(await shiftNow('river')).roster];
      expect(rosters.filter(({ name }) => name === `样例${label}`)).toHaveLength(1);
    }
  });

  test('说错岗位的退出和另一个报名同时到，也只占一个时间', async () => {
    for (let round = 0; round < 10; round++) {
      const label = `walker${round}`;
      await load(aMember(label));
      await join(label);
      await Promise.all([leave(label, { post: 'leader' }), join(label, 'river')]);
      const rosters = [...(await shiftNow()).roster, ...(await shiftNow('river')).roster];
      expect(rosters.filter(({ name }) => name === `样例${label}`)).toHaveLength(1);
    }
  });

  test('认领满了二百段，作废的清掉，报名照样成', async () => {
    const claims = Array.from({ length: 200 }, (_, day) => ({
      studioId: STUDIO,
      ref: eventIdOf(`nothing${day}`),
      from: NOW + (day + 2) * 24 * HOUR,
      to: NOW + (day + 2) * 24 * HOUR + HOUR,
      post: 'member',
      at: NOW,
    }));
    await load(aMember('full', { claims }));
    expect(await join('full')).toMatchObject({ ok: true });
    expect((await memberNow('full')).claims.map(({ ref }) => ref)).toEqual([eventIdOf('patrol')]);
  });

  test('别村的班次挡不住我，也不会被说出名字', async () => {
    await load(aShift('secret', { startsAt: TONIGHT, studioId: 'other', title: '别村的事' }));
    expect(await join('a', 'secret')).toEqual({ ok: false, code: 'not_found' });
    expect(await join('a', 'river')).toMatchObject({ ok: true });
  });

  test('手机断在两次写之间：两分钟内算正在报名，之后作废', async () => {
    const claims = [
      {
        studioId: STUDIO,
        ref: eventIdOf('patrol'),
        from: TONIGHT,
        to: TONIGHT + 2 * HOUR,
        post: 'member',
        at: NOW,
      },
    ];
    await load(aMember('crashed', { claims }));
    expect(await join('crashed', 'river')).toMatchObject({ ok: false, code: 'clash' });
    await studio().setClock(NOW + 2 * 60_000);
    expect(await join('crashed', 'river')).toMatchObject({ ok: true });
  });
});
