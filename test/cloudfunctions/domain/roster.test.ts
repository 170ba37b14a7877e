import { placeOf, promotedBy, queueOf } from '../../../cloudfunctions/domain/roster';
import type { Entry, Notice, ShiftDocument } from '../../../typings/documents/event';
import { aShift, anEntry, memberIdOf } from '../../support/makers';

const STARTS = Date.UTC(2026, 10, 23, 11);

function shiftOf(headCount: number, roster: Entry[], notices: Notice[] = []): ShiftDocument {
  const posts = [{ code: 'member', title: '队员', headCount, roles: ['member' as const] }];
  return aShift('patrol', { startsAt: STARTS, posts, roster, notices });
}

const states = (shift: ShiftDocument) =>
  queueOf(shift, shift.posts[0]!).map(({ entry, state, ahead }) => [entry.name, state, ahead]);

const left = (label: string, at: number): Notice => ({
  noticeId: `${label}-${at}`,
  cause: 'left',
  memberId: memberIdOf(label),
  at,
  state: 'unsent',
  since: at,
  outcomes: [],
});

describe('名单是一条队', () => {
  test('先报的有岗，超过人数的按先后排队', () => {
    const shift = shiftOf(
      2,
      ['a', 'b', 'c', 'd'].map((label) => anEntry(label)),
    );
    expect(states(shift)).toEqual([
      ['样例a', 'placed', 0],
      ['样例b', 'placed', 0],
      ['样例c', 'waiting', 0],
      ['样例d', 'waiting', 1],
    ]);
  });

  test('一家几口一起有岗，或一起排队', () => {
    const shift = shiftOf(3, [anEntry('a', { seats: 2 }), anEntry('b', { seats: 2 })]);
    expect(states(shift)).toEqual([
      ['样例a', 'placed', 0],
      ['样例b', 'waiting', 0],
    ]);
  });

  test('前面有人排队时，人少的也不能插到前面', () => {
    const shift = shiftOf(3, [anEntry('a', { seats: 2 }), anEntry('b', { seats: 2 }), anEntry('c')]);
    expect(states(shift)).toEqual([
      ['样例a', 'placed', 0],
      ['样例b', 'waiting', 0],
      ['样例c', 'waiting', 2],
    ]);
  });

  test('退出的人不占岗，他的记录还在', () => {
    const shift = shiftOf(1, [anEntry('a', { leftAt: STARTS }), anEntry('b')]);
    expect(states(shift)).toEqual([['样例b', 'placed', 0]]);
    expect(placeOf(shift, memberIdOf('a'))).toBeNull();
  });

  test('别的岗位的人不占这个岗', () => {
    const posts = ['leader', 'member'].map((code) => ({ code, title: code, headCount: 1, roles: [] }));
    const roster = [anEntry('a', { post: 'leader' }), anEntry('b')];
    const shift = aShift('patrol', { startsAt: STARTS, posts, roster });
    expect(placeOf(shift, memberIdOf('b'))).toMatchObject({ state: 'placed' });
  });
});

describe('退出以后谁补上', () => {
  test('有岗的退出，排第一的补上', () => {
    const shift = shiftOf(1, [anEntry('a', { leftAt: 5 }), anEntry('b'), anEntry('c')], [left('a', 5)]);
    expect(promotedBy(shift, 'no-such-notice')).toEqual([]);
    expect(promotedBy(shift, shift.notices[0]!.noticeId).map(({ name }) => name)).toEqual(['样例b']);
  });

  test('排队的退出，没有人补上', () => {
    const shift = shiftOf(1, [anEntry('a'), anEntry('b', { leftAt: 5 }), anEntry('c')], [left('b', 5)]);
    expect(promotedBy(shift, shift.notices[0]!.noticeId)).toEqual([]);
  });

  test('同一毫秒退出两人，各补上各的一位', () => {
    const roster = [
      anEntry('a', { leftAt: 5 }),
      anEntry('b', { leftAt: 5 }),
      anEntry('c'),
      anEntry('d'),
      anEntry('e'),
    ];
    const shift = shiftOf(2, roster, [left('b', 5), left('a', 5)]);
    expect(shift.notices.map(({ noticeId }) => promotedBy(shift, noticeId).map(({ name }) => name))).toEqual([
      ['样例c'],
      ['样例d'],
    ]);
  });

  test('补上后自己又退出的人，不再通知', () => {
    const roster = [anEntry('a', { leftAt: 5 }), anEntry('b', { leftAt: 9 }), anEntry('c')];
    const shift = shiftOf(1, roster, [left('a', 5), left('b', 9)]);
    expect(promotedBy(shift, shift.notices[0]!.noticeId)).toEqual([]);
    expect(promotedBy(shift, shift.notices[1]!.noticeId).map(({ name }) => name)).toEqual(['样例c']);
  });
});
