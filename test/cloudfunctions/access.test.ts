import { ACCESS } from '../../cloudfunctions/domain/access';
import type { ActionName } from '../../typings/contract';
import type { Role } from '../../typings/documents/common';
import {
  aMember,
  anEntry,
  anEntryOfTheRoster,
  aShift,
  aStudio,
  askingOf,
  entryIdOf,
  eventIdOf,
  memberIdOf,
  openidOf,
  requestIdOf,
  STUDIO,
} from '../support/makers';
import { stored } from '../support/stored';
import { ACTIVITY_REQUESTS, aTalkAt } from './activities/requests';
import { type RunningStudio, startStudio } from '../support/studio';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const HOUR = 3_600_000;
const shift = aShift('patrol', { startsAt: NOW + HOUR, roster: [anEntry('other')] });

let studio: RunningStudio;

beforeAll(async () => {
  studio = await startStudio({ now: NOW });
});
afterAll(() => studio.close());

beforeEach(async () => {
  await studio.reset();
  await studio.load(
    stored(
      aStudio({ staff: [memberIdOf('staff')] }),
      aStudio({ _id: 'other' }),
      aMember('member'),
      aMember('volunteer', { veteran: false }),
      aMember('squadLeader', { role: 'squadLeader' }),
      aMember('staff', { role: 'staff' }),
      aMember('foreignStaff', { role: 'staff', studioId: 'other' }),
      anEntryOfTheRoster('entry', { asking: [askingOf('volunteer')] }),
      shift,
      aTalkAt(NOW + 4 * HOUR),
    ),
  );
});

const { startsAt, endsAt } = shift;
const mine = { studioId: STUDIO, shiftId: eventIdOf('patrol') };
const REQUESTS: Record<ActionName, object> = {
  'members.home': { studioId: STUDIO },
  'members.studio': { studioId: STUDIO },
  'members.join': { studioId: STUDIO, name: '样例新人', phone: null, consent: 1 },
  'members.me': { studioId: STUDIO },
  'members.asking': { studioId: STUDIO },
  'members.confirm': {
    studioId: STUDIO,
    entryId: entryIdOf('entry'),
    memberId: memberIdOf('volunteer'),
    same: true,
  },
  'members.people': { studioId: STUDIO, after: null },
  'members.grant': { studioId: STUDIO, memberId: memberIdOf('member'), role: 'squadLeader' },
  'members.setUp': { studioId: STUDIO, code: 'guess' },
  'members.quit': { studioId: STUDIO },
  'members.myData': { studioId: STUDIO },
  'members.correct': { studioId: STUDIO, name: '样例改名', phone: null },
  'members.forget': { studioId: STUDIO },
  'members.audit': { studioId: STUDIO, action: null, memberId: null, before: null },
  'patrols.board': { studioId: STUDIO },
  'patrols.detail': mine,
  'patrols.mine': { studioId: STUDIO },
  'patrols.join': { ...mine, requestId: requestIdOf('tap'), post: 'member', startsAt, endsAt },
  'patrols.leave': { ...mine, post: 'member' },
  'patrols.post': {
    requestId: requestIdOf('tap'),
    studioId: STUDIO,
    work: 'river',
    title: '河道清理',
    gridId: 'g1',
    place: '河边',
    bring: '',
    startsAt,
    endsAt,
    leaders: 0,
    members: 3,
  },
  'patrols.sweep': {},
  ...ACTIVITY_REQUESTS,
};
const ACTIONS = Object.keys(REQUESTS) as ActionName[];

type Answer = { ok: boolean; code?: string };
const call = (label: string, action: ActionName) =>
  studio.send<Answer>(openidOf(label), action, REQUESTS[action]);

/** What each person gets, written out: the table in the code must not be its own witness. */
const EXPECTED: Record<ActionName, Record<string, string>> = {
  'members.home': everybody('ok'),
  'members.studio': everybody('ok'),
  'members.join': everybody('ok'),
  'members.me': everybody('ok'),
  'members.asking': staffOnly('ok'),
  'members.confirm': staffOnly('ok'),
  'members.people': staffOnly('ok'),
  'members.grant': staffOnly('ok'),
  'members.setUp': membersOnly('bad_code'),
  'members.quit': { ...membersOnly('ok'), staff: 'last_staff' },
  'members.myData': { ...everybody('ok'), visitor: 'not_member' },
  'members.correct': { ...everybody('ok'), visitor: 'not_member' },
  'members.forget': { ...everybody('ok'), staff: 'last_staff', foreignStaff: 'ok' },
  'members.audit': staffOnly('ok'),
  'patrols.board': membersOnly('ok'),
  'patrols.detail': everybody('ok'),
  'patrols.mine': membersOnly('ok'),
  'patrols.join': membersOnly('ok'),
  'patrols.leave': membersOnly('not_joined'),
  'patrols.post': staffOnly('ok'),
  'patrols.sweep': everybody('unknown_action'),
  'activities.list': membersOnly('ok'),
  'activities.detail': everybody('ok'),
  'activities.publish': staffOnly('ok'),
  'activities.change': staffOnly('ok'),
  'activities.resize': staffOnly('ok'),
  'activities.give': staffOnly('changed'),
  'activities.cancel': staffOnly('ok'),
  'activities.join': membersOnly('ok'),
  'activities.leave': membersOnly('not_joined'),
  'activities.book': membersOnly('not_joined'),
  'activities.unbook': membersOnly('ok'),
  'activities.sweep': everybody('unknown_action'),
};

function everybody(answer: string) {
  return { ...membersOnly(answer), visitor: answer, foreignStaff: answer };
}

function staffOnly(answer: string) {
  return { ...membersOnly('forbidden'), staff: answer };
}

function membersOnly(answer: string) {
  return {
    visitor: 'not_member',
    member: answer,
    volunteer: answer,
    squadLeader: answer,
    staff: answer,
    foreignStaff: 'not_member',
  };
}

describe('谁能做什么', () => {
  test.each(
    ACTIONS.flatMap((action) =>
      Object.entries(EXPECTED[action]).map(([who, answer]) => ({ action, who, answer })),
    ),
  )('$action $who → $answer', async ({ action, who, answer }) => {
    const got = await call(who, action);
    expect(got.ok ? 'ok' : got.code).toBe(answer);
  });

  test('每个动作都在表里，表里没有多余的动作', () => {
    expect(Object.keys(ACCESS).sort()).toEqual([...ACTIONS].sort());
  });

  test('陌生人在首页只知道自己是陌生人', async () => {
    expect(await call('visitor', 'members.home')).toEqual({
      ok: true,
      data: {
        me: { name: '', role: 'visitor', veteran: false },
        next: null,
        gaps: [],
        gapCount: 0,
        sessions: [],
        can: [],
      },
    });
    expect(await call('foreignStaff', 'members.home')).toMatchObject({ data: { gaps: [], sessions: [] } });
  });

  test('谁在等、谁退了，只有带班的人看得到', async () => {
    const seen = async (role: Role) =>
      ((await call(role, 'patrols.detail')) as { data?: { follow: unknown } }).data?.follow;
    expect(await seen('member')).toBeNull();
    expect(await seen('squadLeader')).toEqual({ waiting: [], left: [], toRing: [] });
    expect(await seen('staff')).toEqual({ waiting: [], left: [], toRing: [] });
  });

  test('详情里没有微信身份，也没有成员编号', async () => {
    expect(JSON.stringify(await call('staff', 'patrols.detail'))).not.toMatch(/openid|m_other/);
  });
});

describe('不认识的请求', () => {
  test.each([
    ['没有的动作', 'patrols.destroy', {}],
    ['别的函数的动作', 'patrols.home', { studioId: STUDIO }],
    ['对象自带的名字', 'patrols.constructor', {}],
    ['没有名字', 'patrols.', {}],
  ])('%s', async (_rule, action, data) => {
    expect(await studio.send(openidOf('staff'), action, data)).toEqual({ ok: false, code: 'unknown_action' });
  });

  test.each([
    ['空的', null],
    ['一句话', 'board'],
    ['编号是查询条件', { studioId: { $gt: '' } }],
    ['多了一栏', { studioId: STUDIO, openid: openidOf('staff') }],
    ['少了一栏', {}],
  ])('%s', async (_rule, data) => {
    expect(await studio.send(openidOf('staff'), 'patrols.board', data)).toEqual({
      ok: false,
      code: 'bad_request',
    });
  });
});
