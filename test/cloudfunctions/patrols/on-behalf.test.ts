import type { ShiftDocument } from '../../../typings/documents/event';
import type { MemberDocument } from '../../../typings/documents/member';
import type { RosterEntryDocument } from '../../../typings/documents/roster-entry';
import {
  aMember,
  anEntry,
  anEntryOfTheRoster,
  aShift,
  entryIdOf,
  eventIdOf,
  memberIdOf,
  openidOf,
  requestIdOf,
  STUDIO,
} from '../../support/makers';
import { documentsOf } from '../../support/studio';
import { anEvening, HOUR, nine, NOW, TONIGHT } from './evening';

const { studio, load, join, leave, shiftNow, memberNow, names } = anEvening();
const STARTS: Record<string, number> = { patrol: TONIGHT, river: TONIGHT + HOUR, later: TONIGHT + 2 * HOUR };

beforeEach(() =>
  load(
    anEntryOfTheRoster('shi', { name: '施样林' }),
    anEntryOfTheRoster('a', { name: '样例a', memberId: memberIdOf('a') }),
    anEntryOfTheRoster('foreign', { studioId: 'other' }),
  ),
);

let taps = 0;
const joinFor = (who: string, shift = 'patrol', by = 'leader', fields: object = {}) => {
  const startsAt = STARTS[shift] ?? TONIGHT;
  return studio().call(openidOf(by), 'patrols.joinFor', {
    requestId: requestIdOf(`behalf${++taps}`),
    studioId: STUDIO,
    shiftId: eventIdOf(shift),
    post: 'member',
    startsAt,
    endsAt: startsAt + 2 * HOUR,
    entryId: entryIdOf(who),
    ...fields,
  });
};
const leaveFor = (who: string, by = 'leader', fields: object = {}) =>
  studio().call(openidOf(by), 'patrols.leaveFor', {
    studioId: STUDIO,
    shiftId: eventIdOf('patrol'),
    post: 'member',
    entryId: entryIdOf(who),
    ...fields,
  });
const entry = async (who: string) =>
  (await studio().document<RosterEntryDocument>('rosterEntries', entryIdOf(who)))!;
const standIns = async () =>
  (await documentsOf<MemberDocument>(`${studio().url}/admin`, 'members', {})).filter(({ openid }) =>
    openid.startsWith('none:'),
  );
const detailFor = (label: string) =>
  studio().call(openidOf(label), 'patrols.detail', { studioId: STUDIO, shiftId: eventIdOf('patrol') });
const placed = { ok: true, data: { post: 'member', postTitle: '队员', state: 'placed', ahead: 0 } };

describe('代报名', () => {
  test('没有微信的人报上了：名单里有他，他的时间也占住了，写着是谁报的', async () => {
    expect(await joinFor('shi')).toEqual(placed);
    const [person] = await standIns();
    expect(await entry('shi')).toMatchObject({ standIn: person?._id, memberId: null, rev: 1 });
    expect((await shiftNow()).roster).toEqual([
      {
        entryId: requestIdOf(`behalf${taps}`),
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

describe('替他退出', () => {
  test('位置让给排队的人，他的时间放开了', async () => {
    await joinFor('shi');
    for (const label of nine.slice(0, 8)) await join(label);
    expect(await leaveFor('shi')).toEqual({ ok: true, data: { promoted: 1 } });
    expect(await names()).toEqual(nine.slice(0, 8).map((label) => `样例${label}`));
    expect((await standIns())[0]?.claims).toEqual([]);
    expect(await leaveFor('shi')).toEqual({ ok: false, code: 'not_joined' });
    expect(await joinFor('shi')).toMatchObject({ data: { state: 'waiting', ahead: 0 } });
  });

  test('他自己报的也能替他退', async () => {
    await join('a');
    expect(await leaveFor('a', 'clerk')).toEqual({ ok: true, data: { promoted: 0 } });
    expect((await memberNow('a')).claims).toEqual([]);
  });

  test.each([
    ['从来没有替他报过', 'shi', {}, 'not_joined'],
    ['没有这一位', 'nobody', {}, 'not_found'],
    ['别村的一位', 'foreign', {}, 'not_found'],
    ['没有这个班次', 'a', { shiftId: eventIdOf('nothing') }, 'not_found'],
  ])('%s', async (_rule, who, fields, code) => {
    await join('a');
    expect(await leaveFor(who, 'leader', fields)).toEqual({ ok: false, code });
    expect(await names()).toEqual(['样例a']);
  });
});

describe('带班的人看到', () => {
  test('谁是代报名的、谁能替他退出；别人看不到', async () => {
    await joinFor('shi');
    await join('a');
    await join('b');
    const people = async (label: string) => {
      const answer = await detailFor(label);
      return answer.ok ? answer.data.posts[1]?.people : null;
    };
    expect(await people('leader')).toEqual([
      { name: '施样林', me: false, byOther: true, entryId: entryIdOf('shi') },
      { name: '样例a', me: false, byOther: false, entryId: entryIdOf('a') },
      { name: '样例b', me: false, byOther: false, entryId: null },
    ]);
    expect(await people('b')).toEqual([
      { name: '施样林', me: false, byOther: false, entryId: null },
      { name: '样例a', me: false, byOther: false, entryId: null },
      { name: '样例b', me: true, byOther: false, entryId: null },
    ]);
    expect(await detailFor('leader')).toMatchObject({
      data: { can: expect.arrayContaining(['patrols.joinFor', 'patrols.leaveFor']) as string[] },
    });
    expect(await detailFor('b')).toMatchObject({ data: { can: ['patrols.leave'] } });
  });

  test('补上的人没有微信：列入要打电话的，写明没有微信', async () => {
    await load(
      aShift('patrol2', {
        startsAt: NOW + 6 * HOUR,
        roster: nine.slice(0, 8).map((label) => anEntry(label)),
      }),
    );
    const shift = { shiftId: eventIdOf('patrol2'), startsAt: NOW + 6 * HOUR, endsAt: NOW + 8 * HOUR };
    expect(await joinFor('shi', 'patrol2', 'leader', shift)).toMatchObject({ data: { state: 'waiting' } });
    await leave('a', { shiftId: shift.shiftId });
    expect((await studio().document<ShiftDocument>('events', shift.shiftId))?.notices).toMatchObject([
      { state: 'done', outcomes: [{ name: '施样林', outcome: 'noWeChat' }] },
    ]);
    const detail = await studio().call(openidOf('leader'), 'patrols.detail', {
      studioId: STUDIO,
      shiftId: shift.shiftId,
    });
    expect(detail).toMatchObject({ data: { follow: { toRing: [{ name: '施样林', noWeChat: true }] } } });
  });

  test('花名册那一页：要去的班', async () => {
    await joinFor('shi');
    const answer = await studio().call(openidOf('clerk'), 'members.entry', {
      studioId: STUDIO,
      entryId: entryIdOf('shi'),
    });
    expect(answer).toEqual({
      ok: true,
      data: {
        entryId: entryIdOf('shi'),
        name: '施样林',
        gridName: '第一网格',
        joined: false,
        phone: null,
        code: { state: 'none', until: null },
        duties: [
          {
            shiftId: eventIdOf('patrol'),
            title: '平安巡逻',
            gridName: '第一网格',
            place: '村委会门口',
            startsAt: TONIGHT,
            endsAt: TONIGHT + 2 * HOUR,
            postTitle: '队员',
          },
        ],
        can: ['members.issueCode'],
      },
    });
  });
});

test('没有微信的人不在「工作室的人」里，也给不了角色', async () => {
  await joinFor('shi');
  const [person] = await standIns();
  const memberId = person?._id ?? '';
  const people = await studio().call(openidOf('clerk'), 'members.people', {
    studioId: STUDIO,
    after: null,
    named: null,
  });
  expect(people.ok && people.data.people.map(({ name }) => name)).not.toContain('施样林');
  for (const role of ['staff', 'squadLeader', 'member'] as const)
    expect(
      await studio().call(openidOf('clerk'), 'members.grant', { studioId: STUDIO, memberId, role }),
    ).toEqual({ ok: false, code: 'not_found' });
  expect((await standIns())[0]?.studios).toMatchObject([{ role: 'member' }]);
});
