import type { SessionDetail } from '../../../typings/contract';
import { aMember, eventIdOf, memberIdOf, openidOf, requestIdOf, STUDIO } from '../../support/makers';
import { aHall, CUT_OFF, DAY, FORM, HOUR, NOW, SATURDAY } from './hall';

const hall = aHall(['a', 'b']);
const { load, publish, detail, sessionNow, trips } = hall;
const span = { startsAt: SATURDAY, endsAt: SATURDAY + 2 * HOUR };
const week = 7 * DAY;
const weekly = [0, 1, 2].map((nth) => ({
  startsAt: SATURDAY + nth * week,
  endsAt: SATURDAY + nth * week + 2 * HOUR,
}));
const idsOf = async (answer: ReturnType<typeof publish>) => {
  const got = await answer;
  if (!got.ok) throw new Error(got.code);
  return got.data.sessionIds;
};
const list = async (label = 'a', which: 'coming' | 'unopened' = 'coming') => {
  const answer = await hall
    .studio()
    .call(openidOf(label), 'activities.list', { studioId: STUDIO, which, after: null });
  return answer.ok ? answer.data.sessions.map(({ sessionId }) => sessionId) : answer.code;
};
const QUESTION = { questionId: 'q1', text: '中午在这里吃饭吗', options: ['吃', '不吃'], required: true };
const DESK = { deskId: 'd1', title: '医生', from: SATURDAY + HOUR, to: SATURDAY + 2 * HOUR, minutes: 20 };

describe('发活动', () => {
  test('发出去，列表里就有；两次往返', async () => {
    const [sessionId = ''] = await idsOf(publish({ questions: [QUESTION], desks: [DESK] }));
    expect(await trips()).toBe(2);
    expect(await list()).toContain(sessionId);
    expect(await sessionNow(sessionId)).toEqual({
      _id: sessionId,
      v: 1,
      studioId: STUDIO,
      kind: 'session',
      activity: 'talk',
      pillar: 'heritage',
      title: '老兵宣讲',
      summary: '讲一讲当年的事。',
      place: '村活动室',
      spot: null,
      cover: null,
      ...span,
      deadline: CUT_OFF,
      cutOff: CUT_OFF,
      audience: 'all',
      companions: 3,
      questions: [QUESTION],
      desks: [DESK],
      bookings: [],
      seriesId: null,
      seriesSignUp: false,
      more: [],
      opensAt: NOW,
      remindAt: Date.parse('2026-11-27T10:00:00Z'),
      state: 'open',
      posts: [{ code: 'seat', title: '座位', headCount: 30, roles: ['member', 'squadLeader', 'staff'] }],
      roster: [],
      joined: { seat: 0 },
      held: 0,
      notices: [],
      unsent: 0,
      rev: 0,
      changes: [],
      cancelledFor: '',
      closedAt: null,
      createdBy: memberIdOf('clerk'),
      createdAt: NOW,
    });
  });

  test('点两下只发一次；改了再发是另一场', async () => {
    const [first, second] = await Promise.all([idsOf(publish()), idsOf(publish())]);
    expect(second).toEqual(first);
    expect(await idsOf(publish({ place: '村口' }))).not.toEqual(first);
  });

  test('说好时间才发：只有工作人员看得到，到时间大家就看到了', async () => {
    const opensAt = NOW + DAY;
    const [sessionId = ''] = await idsOf(publish({ opensAt }));
    const see = (label: string) =>
      hall.studio().call(openidOf(label), 'activities.detail', { studioId: STUDIO, sessionId });
    expect(await see('clerk')).toMatchObject({ data: { status: 'unopened', opensAt } });
    for (const label of ['a', 'leader', 'stranger'])
      expect(await see(label)).toEqual({ ok: false, code: 'not_found' });
    expect(await list()).not.toContain(sessionId);
    expect(await list('clerk', 'unopened')).toEqual([sessionId]);
    expect(await list('leader', 'unopened')).toBe('forbidden');
    await hall.studio().setClock(opensAt);
    expect(await see('a')).toMatchObject({ data: { status: 'open' } });
    expect(await list()).toContain(sessionId);
    expect(await list('clerk', 'unopened')).toEqual([]);
  });

  test('不用报名的：没有座位数，不提醒', async () => {
    const [sessionId = ''] = await idsOf(publish({ seats: null }));
    expect(await sessionNow(sessionId)).toMatchObject({ posts: [], joined: {}, remindAt: null });
    expect(
      await hall.studio().call(openidOf('a'), 'activities.detail', { studioId: STUDIO, sessionId }),
    ).toMatchObject({
      data: { seats: null, status: 'open', can: [] },
    });
  });

  test('封面先不给别人看，检查过才给', async () => {
    const coverFileId = 'cloud://local-huayuan.files/covers/one.jpg';
    const [sessionId = ''] = await idsOf(publish({ coverFileId }));
    const cover = async (label: string) => {
      const answer = await hall
        .studio()
        .call(openidOf(label), 'activities.detail', { studioId: STUDIO, sessionId });
      return (answer as { data: SessionDetail }).data.cover;
    };
    expect(await cover('a')).toBeNull();
    expect(await cover('clerk')).toBe(coverFileId);
    expect(await sessionNow(sessionId)).toMatchObject({ cover: { fileId: coverFileId, state: 'waiting' } });
  });

  test('系列：各报各的，咨询台跟着各场的时间', async () => {
    const ids = await idsOf(publish({ spans: weekly, desks: [DESK] }));
    const third = await sessionNow(ids[2]);
    expect(third).toMatchObject({ seriesId: ids[0], seriesSignUp: false, joined: { seat: 0 } });
    expect(third.desks[0]).toMatchObject({ from: DESK.from + 2 * week, to: DESK.to + 2 * week });
    expect(await trips()).toBe(2);
  });

  test('发系列时断在一半，再发一次补齐', async () => {
    const ids = await idsOf(publish({ spans: weekly }));
    const kept = await sessionNow(ids[1]);
    await hall.studio().reset();
    await load(aMember('clerk', { role: 'staff' }), kept);
    expect(await idsOf(publish({ spans: weekly }))).toEqual(ids);
    expect((await Promise.all(ids.map((id) => sessionNow(id)))).map(({ _id }) => _id)).toEqual(ids);
  });
});

describe('发不成的：一个字也不存', () => {
  const questions = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ ...QUESTION, questionId: `q${index}` }));
  test.each([
    ['队员', {}, 'forbidden', 'a'],
    ['老班长', {}, 'forbidden', 'leader'],
    ['陌生人', {}, 'not_member', 'stranger'],
    ['别村', { studioId: 'other' }, 'not_member'],
    ['结束早于开始', { spans: [{ startsAt: SATURDAY, endsAt: SATURDAY - HOUR }] }, 'bad_request'],
    ['已经过去', { spans: [{ startsAt: NOW - 2 * HOUR, endsAt: NOW - HOUR }] }, 'past'],
    ['长过一天', { spans: [{ startsAt: SATURDAY, endsAt: SATURDAY + 25 * HOUR }] }, 'bad_request'],
    ['一年以后', { spans: [{ startsAt: NOW + 367 * DAY, endsAt: NOW + 367 * DAY + HOUR }] }, 'bad_request'],
    ['没有时间', { spans: [] }, 'bad_request'],
    ['系列前后倒了', { spans: [...weekly].reverse() }, 'bad_request'],
    [
      '系列重叠',
      { spans: [span, { startsAt: SATURDAY + HOUR, endsAt: SATURDAY + 3 * HOUR }] },
      'bad_request',
    ],
    [
      '二十一场',
      {
        spans: Array.from({ length: 21 }, (_, nth) => ({
          startsAt: SATURDAY + nth * DAY,
          endsAt: SATURDAY + nth * DAY + HOUR,
        })),
      },
      'bad_request',
    ],
    ['一次报名却只有一场', { seriesSignUp: true }, 'bad_request'],
    ['一次报名的系列带咨询台', { seriesSignUp: true, spans: weekly, desks: [DESK] }, 'bad_request'],
    ['截止在开始以后', { deadlineHours: -1, cutOffHours: -1 }, 'bad_request'],
    ['候补截止早于报名截止', { deadlineHours: 1, cutOffHours: 24 }, 'bad_request'],
    ['一发出去就截止了', { deadlineHours: 700 }, 'bad_request'],
    ['开始以后才发', { opensAt: SATURDAY + 1 }, 'bad_request'],
    ['零个座位', { seats: 0 }, 'bad_request'],
    ['十万个座位', { seats: 100_000 }, 'bad_request'],
    ['带十个人', { companions: 10 }, 'bad_request'],
    ['孩子没有人带', { audience: 'youth' as const, companions: 0 }, 'bad_request'],
    ['三十一个问题', { questions: questions(31) }, 'bad_request'],
    ['两个问题一个号', { questions: [QUESTION, QUESTION] }, 'bad_request'],
    ['两个一样的选项', { questions: [{ ...QUESTION, options: ['吃', '吃'] }] }, 'bad_request'],
    ['不用报名却有问题', { seats: null, questions: [QUESTION] }, 'bad_request'],
    ['咨询台在活动以外', { desks: [{ ...DESK, to: SATURDAY + 3 * HOUR }] }, 'bad_request'],
    ['咨询台放不下一个时段', { desks: [{ ...DESK, minutes: 120 }] }, 'bad_request'],
    ['两张桌子一个号', { desks: [DESK, DESK] }, 'bad_request'],
    ['地图以外的地方', { spot: { latitude: 91, longitude: 0 } }, 'bad_request'],
    ['名字是空白', { title: '  ' }, 'bad_request'],
    ['名字里有表情', { title: '宣讲🎉' }, 'bad_text'],
    ['两万个字', { summary: '长'.repeat(20_000) }, 'bad_request'],
    ['三万个字', { summary: '长'.repeat(30_000) }, 'too_large'],
    ['说明通不过内容安全', { summary: '违禁' }, 'unsafe_text'],
    ['选项通不过内容安全', { questions: [{ ...QUESTION, options: ['违禁', '吃'] }] }, 'unsafe_text'],
    ['多了一栏', { rev: 1 }, 'bad_request'],
  ])('%s', async (_rule, fields, code, label = 'clerk') => {
    expect(await publish({ requestId: requestIdOf('bad'), ...fields }, label)).toEqual({ ok: false, code });
    expect(await list()).toEqual([eventIdOf('talk')]);
    expect(await list('clerk', 'unopened')).toEqual([]);
  });

  test('什么都顶格填满，发得出去', async () => {
    const full = {
      title: '讲'.repeat(30),
      summary: '长'.repeat(1000),
      place: '村'.repeat(40),
      seats: 2000,
      questions: Array.from({ length: 10 }, (_, nth) => ({
        questionId: `q${nth}`,
        text: '问'.repeat(40),
        options: Array.from({ length: 8 }, (_none, option) => `${option}`.padEnd(20, '选')),
        required: true,
      })),
      desks: Array.from({ length: 6 }, (_, nth) => ({ ...DESK, deskId: `d${nth}`, title: '台'.repeat(20) })),
      spans: Array.from({ length: 20 }, (_, nth) => ({
        startsAt: SATURDAY + nth * DAY,
        endsAt: SATURDAY + nth * DAY + 2 * HOUR,
      })),
    };
    expect(await idsOf(publish(full))).toHaveLength(20);
  });
});

test('发出去的样子，陌生人只看得到公开的一半', async () => {
  await hall.join('a', { companions: 1 });
  const seen = (await detail('stranger')) as { data: SessionDetail };
  expect(seen.data).toMatchObject({
    title: FORM.title,
    seats: { all: 4, free: 2 },
    people: null,
    mine: null,
    follow: null,
    can: ['members.join'],
  });
  expect(JSON.stringify(seen)).not.toMatch(/样例|m_0/);
  expect(JSON.stringify(await detail('clerk'))).not.toMatch(/openid|m_0/);
});
