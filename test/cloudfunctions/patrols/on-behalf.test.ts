import {
  aMember,
  anEntryOfTheRoster,
  entryIdOf,
  eventIdOf,
  memberIdOf,
  openidOf,
  requestIdOf,
  STUDIO,
} from '../../support/makers';
import { HOUR, NOW, TONIGHT } from './evening';
import { anEveningOnBehalf, placed } from './on-behalf';

const { studio, load, join, joinFor, entry, standIns, shiftNow, memberNow, names } = anEveningOnBehalf();

describe('代报名', () => {
  test('没有微信的人报上了：名单里有他，他的时间也占住了，写着是谁报的', async () => {
    expect(await joinFor('shi', 'patrol', 'leader', { requestId: requestIdOf('tap') })).toEqual(placed);
    const [person] = await standIns();
    expect(await entry('shi')).toMatchObject({ standIn: person?._id, memberId: null, rev: 1 });
    expect((await shiftNow()).roster).toEqual([
      {
        entryId: requestIdOf('tap'),
        memberId: person?._id,
        name: '施样林',
        post: 'member',
        seats: 1,
        at: NOW,
        leftAt: null,
        by: memberIdOf('leader'),
      },
    ]);
    expect(person).toEqual({
      _id: expect.stringMatching(/^m_[0-9a-z]{24}$/) as string,
      v: 1,
      openid: `none:${person?._id}`,
      name: '施样林',
      veteran: true,
      phone: null,
      consent: null,
      studios: [{ studioId: STUDIO, role: 'member', since: NOW, asking: null }],
      supervises: null,
      claims: [
        {
          studioId: STUDIO,
          ref: eventIdOf('patrol'),
          from: TONIGHT,
          to: TONIGHT + 2 * HOUR,
          post: 'member',
          at: NOW,
        },
      ],
    });
  });

  test('有微信的，报在他自己名下，他自己也看得到', async () => {
    expect(await joinFor('a', 'patrol', 'clerk')).toEqual(placed);
    expect(await standIns()).toEqual([]);
    expect((await memberNow('a')).claims).toMatchObject([{ ref: eventIdOf('patrol') }]);
    expect(await studio().call(openidOf('a'), 'patrols.mine', { studioId: STUDIO })).toMatchObject({
      data: { coming: [{ shiftId: eventIdOf('patrol'), mine: { standing: 'placed' } }] },
    });
    expect(await join('a', 'patrol')).toEqual({ ok: false, code: 'already_joined' });
  });

  test('四次往返；第一次要给他建一份，五次', async () => {
    const trips = async () => (await studio().trips()).length;
    await joinFor('shi');
    expect(await trips()).toBe(5);
    await joinFor('shi', 'later');
    expect(await trips()).toBe(4);
    await joinFor('a');
    expect(await trips()).toBe(4);
  });

  test('时间冲突说得出跟哪一项，名单不变', async () => {
    await joinFor('shi');
    expect(await joinFor('shi', 'river')).toEqual({
      ok: false,
      code: 'clash',
      detail: { title: '平安巡逻', startsAt: TONIGHT, endsAt: TONIGHT + 2 * HOUR },
    });
    expect(await names('river')).toEqual([]);
    expect(await joinFor('shi', 'later')).toEqual(placed);
  });

  test.each([
    ['没有这一位', { entryId: entryIdOf('nobody') }, 'not_found'],
    ['别村的一位', { entryId: entryIdOf('foreign') }, 'not_found'],
    ['没有这个班次', { shiftId: eventIdOf('nothing') }, 'not_found'],
    ['带队要老班长', { post: 'leader' }, 'post_not_for_you'],
    ['没有这个岗位', { post: 'cook' }, 'no_such_post'],
    ['过去的时间', { startsAt: NOW - 3 * HOUR, endsAt: NOW - HOUR }, 'past'],
    ['长过一天', { endsAt: TONIGHT + 30 * HOUR }, 'bad_request'],
    ['多带一栏', { memberId: memberIdOf('a') }, 'bad_request'],
  ])('%s', async (_rule, fields, code) => {
    expect(await joinFor('shi', 'patrol', 'leader', fields)).toEqual({ ok: false, code });
    expect(await names()).toEqual([]);
  });

  test('同一次点按又到一遍，答一样的话，名单不变', async () => {
    const requestId = requestIdOf('sametap');
    expect(await joinFor('shi', 'patrol', 'leader', { requestId })).toEqual(placed);
    expect(await joinFor('shi', 'patrol', 'leader', { requestId })).toEqual(placed);
    expect(await names()).toEqual(['施样林']);
  });

  test('两位老班长同时替他报，只有一份、只有一条', async () => {
    for (let round = 0; round < 6; round++) {
      const label = `pair${round}`;
      await load(anEntryOfTheRoster(label, { name: `样例${label}` }));
      const shifts = ['patrol', 'later', 'patrol', 'later'];
      const answers = await Promise.all(
        shifts.map((shift, index) => joinFor(label, shift, index % 2 ? 'clerk' : 'leader')),
      );
      expect(answers.filter((answer) => answer.ok)).toHaveLength(2);
      for (const shift of ['patrol', 'later'])
        expect((await names(shift)).filter((name) => name === `样例${label}`)).toHaveLength(1);
      expect((await standIns()).filter(({ name }) => name === `样例${label}`)).toMatchObject([
        { _id: (await entry(label)).standIn },
      ]);
    }
  });

  test('同时替他报两个冲突的班次，只报上一个', async () => {
    const answers = await Promise.all([joinFor('shi'), joinFor('shi', 'river', 'clerk')]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect([...(await names()), ...(await names('river'))]).toEqual(['施样林']);
  });

  test('他自己和老班长同时报，名单里只有一条', async () => {
    for (let round = 0; round < 6; round++) {
      const label = `both${round}`;
      await load(aMember(label), anEntryOfTheRoster(label, { memberId: memberIdOf(label) }));
      const answers = await Promise.all([join(label), joinFor(label)]);
      expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
      expect((await names()).filter((name) => name === `样例${label}`)).toHaveLength(1);
      expect((await memberNow(label)).claims).toMatchObject([{ ref: eventIdOf('patrol') }]);
    }
  });

  test('建到一半断了，再点一次就报上', async () => {
    await load(anEntryOfTheRoster('crash', { standIn: memberIdOf('never') }));
    expect(await joinFor('crash')).toEqual(placed);
    expect(await standIns()).toMatchObject([
      { _id: memberIdOf('never'), openid: `none:${memberIdOf('never')}` },
    ]);
  });
});
