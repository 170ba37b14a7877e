import { mainAction } from '../../miniprogram/pages/activity-detail/action';
import {
  emptyParty,
  fitted,
  partyProblem,
  partyView,
  toParty,
} from '../../miniprogram/pages/activity-detail/party';
import { describe as describeSession } from '../../miniprogram/pages/activity-detail/view';
import { namingOf, namingView, turned } from '../../miniprogram/pages/resize-activity/naming';
import { moveOf, moveProblem, toChange } from '../../miniprogram/pages/move-activity/form';
import { leftText, mineOnCard, shareText, standingText, stateText } from '../../miniprogram/texts/session';
import { at } from '../../miniprogram/utils/calendar';
import { aDetail, NOW } from './support/details';

beforeAll(() => {
  jest.spyOn(Date, 'now').mockReturnValue(NOW);
});

test.each([
  [{ state: 'placed' as const, ahead: 0, seats: 1 }, '您报上了。到时候见。'],
  [{ state: 'placed' as const, ahead: 0, seats: 3 }, '您报上了，一共 3 位。到时候见。'],
  [{ state: 'waiting' as const, ahead: 0, seats: 1 }, '您排在最前面，有人退出就轮到您'],
  [{ state: 'waiting' as const, ahead: 2, seats: 1 }, '您在排队，前面还有 2 位，轮到您会告诉您'],
])('我的位置说成一句话（%#）', (standing, text) => expect(standingText(standing)).toBe(text));

test('卡片上看不出排上没有的，说清楚点开看', () => {
  expect(mineOnCard({ seats: 2, standing: 'joined' })).toBe('您报名了，一共 2 位，点开看排上没有');
  expect(mineOnCard(null)).toBe('');
});

test('退出以后说清楚位子给了谁', () => {
  expect([leftText(1), leftText(0)]).toEqual(['您退出了，位子给了排队的人。', '您退出了，谢谢您早说。']);
});

test('取消的说原因；报上了的，不再劝排队；不用报名的，来就行', () => {
  expect(stateText(aDetail({ status: 'cancelled', cancelledFor: '讲的人病了' }))).toBe(
    '已经取消了，不用来了。原因：讲的人病了',
  );
  const mine = { seats: 1, state: 'waiting' as const, ahead: 0 };
  expect(stateText(aDetail({ status: 'full', mine }))).toBe('');
  expect(stateText(aDetail({ seats: null }))).toBe('不用报名，来就行。');
});

test('群里的标题有日子和地方，没有人数', () => {
  expect(shareText(aDetail())).toBe('长津湖的冬天 周六 11月28日 09:00–11:00 村活动室');
});

describe('底下的那一个按钮', () => {
  const placed = { seats: 2, state: 'placed' as const, ahead: 0 };
  test('位子够：报名；一家坐不下，或者有人在排：先排队', () => {
    const open = { can: ['activities.join'], seats: { all: 30, free: 2 } };
    expect(mainAction(aDetail(open), 2, false)).toMatchObject({ kind: 'join', text: '报名', queues: false });
    expect(mainAction(aDetail(open), 3, false)).toMatchObject({ text: '先排队', queues: true });
    expect(mainAction(aDetail({ ...open, waiting: 1 }), 1, false)).toMatchObject({ queues: true });
    expect(mainAction(aDetail(open), 1, true)?.text).toBe('又想来了？重新报名');
  });

  test('退出：有人在排队才问；候补截止以后，不会有人补上，不问', () => {
    const mine = { mine: placed, can: ['activities.leave'] };
    expect(mainAction(aDetail(mine), 1, false)).toMatchObject({ kind: 'leave', queues: false });
    expect(mainAction(aDetail({ ...mine, waiting: 1 }), 1, false)).toMatchObject({ queues: true });
    expect(mainAction(aDetail({ ...mine, waiting: 1, cutOff: NOW }), 1, false)).toMatchObject({
      queues: false,
    });
  });

  test('陌生人：我要参加；系列后面的一场：去第一场；过去的没有按钮', () => {
    expect(mainAction(aDetail({ can: ['members.join'] }), 1, false)?.kind).toBe('become');
    expect(mainAction(aDetail({ head: 'e_000000000000000000000009' }), 1, false)?.kind).toBe('first');
    expect(mainAction(aDetail({ status: 'over' }), 1, false)).toBeNull();
  });
});

describe('报名时填的', () => {
  const required = { questionId: 'q1', text: '在哪里上车', options: ['村口', '自己去'], required: true };
  const free = { questionId: 'q2', text: '要照顾什么', options: [], required: false };

  test('什么都不问的，就没有这一栏', () => {
    expect(partyView(emptyParty(), aDetail()).asks).toBe(false);
    expect(partyView(emptyParty(), aDetail({ companions: 1 })).asks).toBe(true);
  });

  test('给孩子的：至少一个孩子，要选多大；家长也算一位', () => {
    const youth = aDetail({ audience: 'youth', companions: 2 });
    const form = fitted(emptyParty(), youth);
    expect(form.companions).toBe(1);
    expect(partyProblem(form, youth)).toBe('请选孩子多大。');
    expect(toParty({ ...form, youth: 'from7' }, youth)).toEqual({
      companions: 1,
      youth: 'from7',
      answers: [],
    });
  });

  test('人数不多过这一场能带的', () => {
    expect(fitted({ ...emptyParty(), companions: 5 }, aDetail({ companions: 2 })).companions).toBe(2);
  });

  test('要答的没答就不发；空的、这一场不问的，不带去', () => {
    const asking = aDetail({ questions: [required, free] });
    expect(partyProblem(emptyParty(), asking)).toBe('还有要回答的没有答，请补上再报。');
    const form = { ...emptyParty(), answers: { q1: ' 村口 ', q2: '  ', q9: '旧的' } };
    expect(partyProblem(form, asking)).toBe('');
    expect(toParty(form, asking).answers).toEqual([{ questionId: 'q1', text: '村口' }]);
  });
});

test('改过的，一眼看出来；报了名的，告诉他可以退出', () => {
  const changes = [{ at: NOW, what: ['time' as const, 'place' as const] }];
  const mine = { seats: 1, state: 'placed' as const, ahead: 0 };
  expect(describeSession(aDetail({ changes, mine, can: ['activities.leave'] }))).toMatchObject({
    changed: '时间和地点改过了（今天改的），请看清楚。',
    stepBack: '去不了了，点下面「退出」就行，不用说原因。',
  });
  expect(describeSession(aDetail({ changes, status: 'cancelled' })).changed).toBe('');
});

describe('改名额时点名', () => {
  const party = (entryId: string, seats: number) => ({ entryId, name: entryId, seats, at: NOW, answers: [] });
  const placed = [party('a', 2), party('b', 1), party('c', 1)];
  const answer = { done: false, rev: 0, over: 2, last: [party('c', 1), party('b', 1)], promoted: 0 };

  test('最后来的先选上，排在前面；换一家，空出来的要够', () => {
    const naming = namingOf(answer);
    expect(namingView(naming, placed)).toMatchObject({
      short: 0,
      parties: [
        { entryId: 'c', chosen: true },
        { entryId: 'b', chosen: true },
        { entryId: 'a', chosen: false },
      ],
    });
    const fewer = turned(naming, 'b');
    expect(namingView(fewer, placed).short).toBe(1);
    expect(namingView(turned(fewer, 'a'), placed).short).toBe(0);
  });
});

describe('改时间地点', () => {
  const desks = [
    {
      ...{ deskId: 'd1', title: '医生', minutes: 10, nextFree: null, mine: null },
      from: at('2026-11-28', '10:00'),
      to: at('2026-11-28', '11:00'),
    },
  ];
  const detail = aDetail({ desks, spot: { latitude: 31, longitude: 121 }, rev: 4 });

  test('什么都没变、过去了、结束不比开始晚的，不发', () => {
    const same = moveOf(detail);
    expect(moveProblem(same, detail, NOW)).toBe('时间和地点都没有变。');
    expect(moveProblem({ ...same, date: '2026-11-20' }, detail, NOW)).toBe('开始的时间已经过了，请换一个。');
    expect(moveProblem({ ...same, end: '08:00' }, detail, NOW)).toBe('结束要比开始晚。');
    expect(moveProblem({ ...same, place: ' ' }, detail, NOW)).toBe('请写在哪里。');
  });

  test('改到看到的那一版上；咨询台跟着走，别的不动；换了地方，地图上的点就不算了', () => {
    const later = toChange({ ...moveOf(detail), date: '2026-11-29' }, detail);
    expect(later).toMatchObject({
      ...{ rev: 4, startsAt: at('2026-11-29', '09:00'), endsAt: at('2026-11-29', '11:00') },
      ...{ place: '村活动室', seats: 30, deadlineHours: 24, cutOffHours: 2, spot: detail.spot },
      desks: [{ deskId: 'd1', from: at('2026-11-29', '10:00'), to: at('2026-11-29', '11:00') }],
    });
    expect(toChange({ ...moveOf(detail), place: '文化礼堂' }, detail).spot).toBeNull();
  });
});
