import { anEntry, eventIdOf, memberIdOf, requestIdOf, STUDIO } from '../../support/makers';
import { aHall, aTalk, CUT_OFF, HOUR, NOW, SATURDAY } from './hall';
import { aMember } from '../../support/makers';

const hall = aHall(['a', 'b', 'c', 'd', 'e']);
const { load, join, leave, detail, sessionNow, memberNow, claimsOf, trips } = hall;

const QUESTIONS = [
  { questionId: 'q1', text: '中午在这里吃饭吗', options: ['吃', '不吃'], required: true },
  { questionId: 'q2', text: '还想说什么', options: [], required: false },
];

describe('报名', () => {
  test('报上了：名单里有我和我带的人，我的时间也占住了', async () => {
    expect(await join('a', { companions: 2, requestId: requestIdOf('tap') })).toEqual({
      ok: true,
      data: { seats: 3, state: 'placed', ahead: 0 },
    });
    expect(await sessionNow()).toMatchObject({
      roster: [anEntry('a', { entryId: requestIdOf('tap'), post: 'seat', seats: 3, at: NOW })],
      joined: { seat: 3 },
      rev: 0,
    });
    expect((await memberNow('a')).claims).toEqual([
      {
        studioId: STUDIO,
        ref: eventIdOf('talk'),
        from: SATURDAY,
        to: SATURDAY + 2 * HOUR,
        post: 'seat',
        at: NOW,
      },
    ]);
  });

  test('一家人要么都有座要么都排队；后来的小家不能插到前面', async () => {
    await join('a', { companions: 2 });
    expect(await join('b', { companions: 1 })).toMatchObject({ data: { state: 'waiting', ahead: 0 } });
    expect(await join('c')).toMatchObject({ data: { seats: 1, state: 'waiting', ahead: 2 } });
    expect(await detail('c')).toMatchObject({
      data: { seats: { all: 4, free: 0 }, waiting: 2, status: 'full' },
    });
  });

  test('两次往返数据库，冷的热的都一样', async () => {
    await join('a');
    expect(await trips()).toBe(2);
    await join('b');
    expect(await trips()).toBe(2);
  });

  test('同一次点按又到一遍，答一样的话，名单不变', async () => {
    const tap = { requestId: requestIdOf('tap'), companions: 1 };
    const first = await join('a', tap);
    const before = await sessionNow();
    expect(await join('a', tap)).toEqual(first);
    expect(await sessionNow()).toEqual(before);
  });

  test('给老兵的，不是老兵报不上；带孩子的，要说孩子多大', async () => {
    await load(
      aMember('volunteer', { veteran: false }),
      aTalk('veterans', { audience: 'veterans' }),
      aTalk('youth', { audience: 'youth', startsAt: SATURDAY + 4 * HOUR }),
    );
    const afternoon = { startsAt: SATURDAY + 4 * HOUR, endsAt: SATURDAY + 6 * HOUR };
    expect(await join('volunteer', { session: 'veterans' })).toEqual({ ok: false, code: 'not_for_you' });
    expect(await join('a', { session: 'veterans' })).toMatchObject({ ok: true });
    expect(await join('b', { session: 'youth', companions: 1, ...afternoon })).toEqual({
      ok: false,
      code: 'not_for_you',
    });
    expect(
      await join('volunteer', { session: 'youth', companions: 1, youth: 'from7', ...afternoon }),
    ).toMatchObject({
      data: { seats: 2 },
    });
    expect((await sessionNow('youth')).roster).toMatchObject([{ youth: 'from7', seats: 2 }]);
    expect((await sessionNow('veterans')).roster.map(({ memberId }) => memberId)).toEqual([memberIdOf('a')]);
  });

  test('孩子不能自己来：至少带一位', async () => {
    await load(aTalk('youth', { audience: 'youth' }));
    expect(await join('a', { session: 'youth', youth: 'under7' })).toEqual({
      ok: false,
      code: 'bad_request',
    });
    expect((await sessionNow('youth')).roster).toEqual([]);
  });

  test('回答存在我的报名里，只有工作人员和老班长看得到', async () => {
    await load(aTalk('asking', { questions: QUESTIONS }));
    const answers = [
      { questionId: 'q1', text: '吃' },
      { questionId: 'q2', text: '坐前排' },
    ];
    expect(await join('a', { session: 'asking', answers })).toMatchObject({ ok: true });
    expect((await sessionNow('asking')).roster).toMatchObject([{ answers: { q1: '吃', q2: '坐前排' } }]);
    expect(await detail('leader', 'asking')).toMatchObject({
      data: { follow: { placed: [{ answers: ['吃', '坐前排'] }] } },
    });
    expect(JSON.stringify(await detail('b', 'asking'))).not.toContain('坐前排');
  });

  test.each([
    ['必答的没答', []],
    ['答的不在里面', [{ questionId: 'q1', text: '也许' }]],
    ['空着的回答', [{ questionId: 'q1', text: '' }]],
    [
      '没有问过的',
      [
        { questionId: 'q1', text: '吃' },
        { questionId: 'q9', text: '嗯' },
      ],
    ],
  ])('%s，报不上', async (_rule, answers) => {
    await load(aTalk('asking', { questions: QUESTIONS }));
    expect(await join('a', { session: 'asking', answers })).toEqual({ ok: false, code: 'answers_missing' });
    expect((await sessionNow('asking')).roster).toEqual([]);
    expect(await claimsOf('a')).toEqual([]);
  });

  test('回答也要过内容安全', async () => {
    await load(aTalk('asking', { questions: QUESTIONS }));
    const answers = [
      { questionId: 'q1', text: '吃' },
      { questionId: 'q2', text: '违禁' },
    ];
    expect(await join('a', { session: 'asking', answers })).toEqual({ ok: false, code: 'unsafe_text' });
    expect((await sessionNow('asking')).roster).toEqual([]);
  });
});

describe('不行的报名：说得出原因，名单不变，时间不占', () => {
  test.each([
    ['再报一次', 'a', {}, 'already_joined'],
    ['带得太多', 'b', { companions: 4 }, 'too_many_seats'],
    ['改过时间', 'b', { startsAt: SATURDAY + 60_000 }, 'changed'],
    [
      '系列里没有那一场',
      'b',
      {
        more: [
          { sessionId: eventIdOf('talk'), startsAt: SATURDAY + 100 * HOUR, endsAt: SATURDAY + 101 * HOUR },
        ],
      },
      'changed',
    ],
    ['没有这一场', 'b', { sessionId: eventIdOf('nothing') }, 'not_found'],
    ['别村的', 'b', { session: 'foreign' }, 'not_found'],
    ['是班次不是活动', 'b', { sessionId: eventIdOf('patrol') }, 'not_found'],
    ['还没发出去的', 'b', { session: 'planned' }, 'not_found'],
    ['工作人员也不能先报还没发出去的', 'clerk', { session: 'planned' }, 'not_found'],
    ['取消了的', 'b', { session: 'cancelled' }, 'closed'],
    ['不用报名的', 'b', { session: 'free' }, 'no_such_post'],
    ['开始晚于结束', 'b', { startsAt: SATURDAY + 3 * HOUR }, 'bad_request'],
    ['陌生人', 'stranger', {}, 'not_member'],
  ])('%s', async (_rule, label, fields, code) => {
    await load(
      aTalk('foreign', { studioId: 'other' }),
      aTalk('planned', { opensAt: NOW + 1 }),
      aTalk('cancelled', { state: 'cancelled' }),
      aTalk('free', { posts: [], joined: {} }),
    );
    await join('a');
    const before = await sessionNow();
    expect(await join(label, fields)).toEqual({ ok: false, code });
    expect(await trips()).toBeLessThanOrEqual(4);
    expect(await sessionNow()).toEqual(before);
    for (const other of ['foreign', 'planned', 'cancelled', 'free'])
      expect((await sessionNow(other)).roster).toEqual([]);
    if (label === 'b') {
      await join('b', { session: 'talk' });
      expect((await sessionNow()).roster.map(({ memberId }) => memberId)).toContain(memberIdOf('b'));
    }
  });

  test('截止以后报不上，看服务器的钟', async () => {
    await hall.studio().setClock(CUT_OFF - 1);
    expect(await join('a')).toMatchObject({ ok: true });
    await hall.studio().setClock(CUT_OFF);
    expect(await join('b')).toEqual({ ok: false, code: 'too_late' });
    expect((await sessionNow()).roster).toHaveLength(1);
    expect(await claimsOf('b')).toEqual([]);
  });

  test('和值勤撞了时间，说出是哪一项', async () => {
    await load(aTalk('same', { title: '健康讲座' }));
    await join('a');
    expect(await join('a', { session: 'same' })).toEqual({
      ok: false,
      code: 'clash',
      detail: { title: '老兵宣讲', startsAt: SATURDAY, endsAt: SATURDAY + 2 * HOUR },
    });
    await leave('a');
    expect(await join('a', { session: 'same' })).toMatchObject({ ok: true });
  });
});
