import { mainAction } from '../../miniprogram/pages/shift-detail/action';
import { groupShifts } from '../../miniprogram/pages/duty/groups';
import { leftText, postText, spoken, standingText, statusText } from '../../miniprogram/texts/shift';
import type { ShiftDetail } from '../../typings/contract';
import { NOW, patrol } from './components/cards';

const mine = { post: 'member', postTitle: '队员' };

test.each([
  [{ ...mine, state: 'placed' as const, ahead: 0 }, '您报上了：队员。到时候见。'],
  [{ ...mine, state: 'waiting' as const, ahead: 0 }, '您排在第 1 位，有人退出就轮到您'],
  [{ ...mine, state: 'waiting' as const, ahead: 2 }, '您排在第 3 位，前面还有 2 人，轮到您会告诉您'],
])('我的位置说成一句话（%#）', (standing, text) => expect(standingText(standing)).toBe(text));

test('退出以后说清楚有没有人补上', () => {
  expect(leftText(1)).toBe('您退出了，已由排队的人补上。');
  expect(leftText(0)).toBe('您退出了，谢谢您早说。');
});

test('读屏听到的是一整句话', () => {
  expect(spoken(patrol(), NOW)).toBe('平安巡逻，还缺 2 人，今晚 19:00–21:00，第三网格 · 村委会门口');
  expect(spoken(patrol({ status: 'full' }), NOW)).toBe(
    '平安巡逻，齐了，今晚 19:00–21:00，第三网格 · 村委会门口',
  );
});

test('下一班说还有多久，不说还缺几人', () => {
  expect(spoken(patrol(), NOW, '还有 1 小时')).toBe(
    '平安巡逻，还有 1 小时，今晚 19:00–21:00，第三网格 · 村委会门口',
  );
});

test('白板上缺人的在前，齐了的在后，结束和取消的最后；空的一栏不写', () => {
  const shifts = (['over', 'held', 'full', 'gap', 'cancelled'] as const).map((status) => patrol({ status }));
  const seen = groupShifts(shifts).map(({ title, shifts: inside }) => [
    title,
    inside.map((shift) => shift.shift.status),
  ]);
  expect(seen).toEqual([
    ['缺人的', ['gap']],
    ['都齐了的', ['full']],
    ['还没通过审核的，只有您看得到', ['held']],
    ['结束和取消的', ['over', 'cancelled']],
  ]);
  expect(groupShifts([])).toEqual([]);
});

describe('班次底下的那一个按钮', () => {
  const post = {
    code: 'member',
    title: '队员',
    headCount: 8,
    joined: 6,
    missing: 2,
    forMe: true,
    people: [],
    waiting: 0,
  };
  const leader = { ...post, code: 'leader', title: '带队', headCount: 1, joined: 1, missing: 0 };
  const detail = (change: Partial<ShiftDetail> = {}): ShiftDetail => ({
    ...patrol(),
    bring: '',
    check: null,
    follow: null,
    mine: null,
    posts: [post],
    ...change,
  });
  test('不再报名的班只说要几人，不说还缺', () => {
    expect(postText(post, 'gap')).toBe('要 8 人，还缺 2 人');
    expect(postText(post, 'cancelled')).toBe('要 8 人');
  });

  test('还没通过审核的，说清楚谁看得到；没通过的，说原因和怎么办', () => {
    const held = (state: 'waiting' | 'review' | 'refused', reason = '') =>
      statusText(detail({ status: 'held', check: { state, reason } }));
    const waits = { tone: 'plain', text: '正在审核，通过以后大家才看得到。现在只有您看得到。' };
    expect(held('waiting')).toEqual(waits);
    expect(held('review')).toEqual(waits);
    expect(held('refused', '写清楚。')).toEqual({
      tone: 'bad',
      text: '没有通过审核：写清楚。请换个说法，重新发一班。',
    });
    expect(held('refused').text).toBe('没有通过审核。请换个说法，重新发一班。');
    expect(postText(post, 'held')).toBe('要 8 人');
  });

  test('还缺人说得响亮，取消了说得明白，报上了的不再劝排队', () => {
    expect(statusText(detail())).toEqual({ tone: 'loud', text: '还缺 2 人' });
    expect(statusText(detail({ status: 'cancelled' })).tone).toBe('bad');
    const waiting = { ...mine, state: 'waiting' as const, ahead: 0 };
    expect(statusText(detail({ status: 'full', mine: waiting })).text).toBe('');
  });

  const button = (change: Partial<ShiftDetail>, chosen = '', left = '') =>
    mainAction(detail(change), chosen, left);

  test('还缺人：我来', () =>
    expect(button({})).toMatchObject({ kind: 'join', post: 'member', text: '我来', queues: false }));

  test('齐了：先排队，先问要不要通知', () => {
    expect(button({ posts: [{ ...post, missing: 0 }] })).toMatchObject({ text: '先排队', queues: true });
  });

  test('几个岗位都可以：替我选缺人的那个，按钮上写明是哪个', () => {
    expect(button({ posts: [leader, post] })).toMatchObject({ post: 'member', text: '我来（队员）' });
    expect(button({ posts: [leader, post] }, 'leader')).toMatchObject({
      post: 'leader',
      text: '先排队（带队）',
    });
  });

  test('报上了：退出', () => {
    const standing = { ...mine, state: 'placed' as const, ahead: 0 };
    expect(button({ mine: standing, can: ['patrols.leave'] })).toMatchObject({ kind: 'leave', text: '退出' });
  });

  test('刚退出：又想来了？重新报名', () =>
    expect(button({}, 'member', 'member')?.text).toBe('又想来了？重新报名'));

  test('都满了先替我选队员，不选带队', () => {
    const posts = [leader, { ...post, missing: 0 }];
    expect(button({ posts })?.post).toBe('member');
  });

  test('服务端没说可以，就没有按钮', () => expect(button({ status: 'over', can: [] })).toBeNull());
});
