import { claimsOf, overlapping, verdict } from '../../../cloudfunctions/domain/claims';
import { aShift, anEntry, eventIdOf, memberIdOf, STUDIO } from '../../support/makers';

const NOON = Date.UTC(2026, 10, 23, 4);
const HOUR = 3_600_000;
const claim = (label: string, from: number, to: number, now = NOON) =>
  claimsOf(
    { studioId: STUDIO, shiftId: eventIdOf(label), startsAt: from, endsAt: to, post: 'member' },
    now,
  )[0];

describe('时间的认领', () => {
  test('同一分钟里再点一次，认领一模一样', () => {
    expect(claim('a', 1, 2, NOON + 59_999)).toEqual(claim('a', 1, 2, NOON));
    expect(claim('a', 1, 2, NOON + 60_000)).not.toEqual(claim('a', 1, 2, NOON));
  });

  test.each([
    ['前后相接不算冲突', 9, 11, 11, 13, 0],
    ['差一刻钟也算冲突', 9, 11, 10.75, 13, 1],
    ['包在里面算冲突', 9, 13, 10, 11, 1],
    ['同一段时间算冲突', 9, 11, 9, 11, 1],
  ])('%s', (_rule, from, to, wantedFrom, wantedTo, clashes) => {
    const mine = [claim('a', from * HOUR, to * HOUR)];
    expect(overlapping(mine, claim('b', wantedFrom * HOUR, wantedTo * HOUR))).toHaveLength(clashes);
  });

  test('同一个班次跟自己不冲突', () => {
    expect(overlapping([claim('a', 1, 5)], claim('a', 1, 5))).toEqual([]);
  });
});

describe('认领算不算数', () => {
  const starts = NOON + 3 * HOUR;
  const shift = aShift('a', { startsAt: starts });
  const mine = claim('a', starts, shift.endsAt);
  const me = { memberId: memberIdOf('me'), role: 'member' as const };
  const minutes = (count: number) => NOON + count * 60_000;

  test('名单里有我，就算数', () => {
    const joined = aShift('a', { startsAt: starts, roster: [anEntry('me')] });
    expect(verdict(mine, joined, me, minutes(60))).toBe('held');
  });

  test('名单里有我，可时间不是这一班的，作废：编出来的时间挡不住别的班', () => {
    const joined = aShift('a', { startsAt: starts, roster: [anEntry('me')] });
    expect(verdict(claim('a', starts + HOUR, shift.endsAt + HOUR), joined, me, minutes(1))).toBe('void');
  });

  test('刚认领还没排进名单，可能正在报名', () => {
    expect(verdict(mine, shift, me, minutes(1))).toBe('pending');
  });

  test('两分钟还没排进名单，作废', () => {
    expect(verdict(mine, shift, me, minutes(2))).toBe('void');
  });

  test.each([
    ['班次取消了', { ...shift, state: 'cancelled' as const }],
    ['班次改了时间', { ...shift, startsAt: starts + HOUR }],
    ['岗位没有了', { ...shift, posts: [] }],
    ['岗位不归我', { ...shift, posts: shift.posts.map((post) => ({ ...post, roles: [] })) }],
    ['是别村的', { ...shift, studioId: 'other' }],
    ['班次结束了', { ...shift, startsAt: NOON - 2 * HOUR, endsAt: NOON - HOUR }],
    ['没有这个班次', undefined],
  ])('%s，立刻作废', (_rule, event) => {
    expect(verdict(mine, event, me, NOON)).toBe('void');
  });
});
