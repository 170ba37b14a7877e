import type { ShiftDocument } from '../../../typings/documents/event';
import { anEntry, aShift, entryIdOf, eventIdOf, openidOf, STUDIO } from '../../support/makers';
import { HOUR, nine, NOW, TONIGHT } from './evening';
import { anEveningOnBehalf } from './on-behalf';

const { studio, load, join, leave, joinFor, leaveFor, standIns, memberNow, names } = anEveningOnBehalf();
const detailFor = (label: string) =>
  studio().call(openidOf(label), 'patrols.detail', { studioId: STUDIO, shiftId: eventIdOf('patrol') });

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
