import { joinRefusal, leaveRefusal } from '../../../cloudfunctions/domain/sign-up';
import { aShift, anEntry, memberIdOf, requestIdOf, STUDIO } from '../../support/makers';

const NOW = Date.UTC(2026, 10, 23, 4);
const HOUR = 3_600_000;
const me = { memberId: memberIdOf('me'), role: 'member' as const };
const shift = aShift('a', { startsAt: NOW + HOUR });
const request = {
  requestId: requestIdOf('r'),
  studioId: STUDIO,
  shiftId: shift._id,
  post: 'member',
  startsAt: shift.startsAt,
  endsAt: shift.endsAt,
};
const withMe = { ...shift, roster: [anEntry('me')] };

describe('报名没成，说得出原因', () => {
  test.each([
    ['没有这个班次', null, request, 'not_found'],
    ['别村的班次跟没有一样', { ...shift, studioId: 'other' }, request, 'not_found'],
    ['取消了', { ...withMe, state: 'cancelled' as const }, request, 'closed'],
    ['结束了', { ...shift, endsAt: NOW }, request, 'past'],
    ['已经报了', withMe, request, 'already_joined'],
    ['时间改了', { ...shift, startsAt: NOW + 2 * HOUR }, request, 'changed'],
    ['没有这个岗位', shift, { ...request, post: 'cook' }, 'no_such_post'],
    ['带队要老班长', shift, { ...request, post: 'leader' }, 'post_not_for_you'],
    ['这一次点按的报名早已退出', shift, request, 'changed'],
  ] as const)('%s', (_rule, event, asked, code) => {
    expect(joinRefusal(event as typeof shift | null, asked, me, NOW)).toBe(code);
  });
});

describe('退出没成，说得出原因', () => {
  test.each([
    ['没有这个班次', null, 'not_found'],
    ['别村的班次跟没有一样', { ...withMe, studioId: 'other' }, 'not_found'],
    ['已经结束', { ...withMe, endsAt: NOW }, 'past'],
    ['本来没报', shift, 'not_joined'],
    ['报的是别的岗位', withMe, 'changed'],
  ] as const)('%s', (_rule, event, code) => {
    expect(leaveRefusal(event as typeof shift | null, STUDIO, me.memberId, NOW)).toBe(code);
  });
});
