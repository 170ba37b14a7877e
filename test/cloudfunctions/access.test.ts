import { ACCESS } from '../../cloudfunctions/domain/access';
import { sealedContact } from '../../cloudfunctions/platform/store/roster-secrets';
import { SAMPLE_ENVIRONMENT } from '../../local/sample/keys';
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
import { type RunningStudio, startStudio } from '../support/studio';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const HOUR = 3_600_000;
const shift = aShift('patrol', { startsAt: NOW + HOUR, roster: [anEntry('other')] });

let studio: RunningStudio;

beforeAll(async () => {
  Object.assign(process.env, SAMPLE_ENVIRONMENT);
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
      {
        ...aMember('doubtful'),
        name: '（名字审核中）',
        check: { state: 'review' as const, text: '样例存疑', at: NOW, reason: '' },
      },
      anEntryOfTheRoster('entry', {
        asking: [askingOf('volunteer')],
        ...sealedContact(entryIdOf('entry'), { phone: '13900000898', address: null }),
      }),
      shift,
    ),
  );
});

const { startsAt, endsAt } = shift;
const mine = { studioId: STUDIO, shiftId: eventIdOf('patrol') };
const one = { studioId: STUDIO, entryId: entryIdOf('entry') };
const aFile = `cloud://local-huayuan.local-files/roster/f_${'0'.repeat(24)}.xlsx`;
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
  'members.entry': one,
  'members.entryPhone': one,
  'members.issueCode': one,
  'members.unlock': one,
  'members.scanIn': { code: `${'a'.repeat(8)}.${'b'.repeat(20)}`, consent: 1 },
  'members.people': { studioId: STUDIO, after: null },
  'members.grant': { studioId: STUDIO, memberId: memberIdOf('member'), role: 'squadLeader' },
  'members.setUp': { studioId: STUDIO, code: 'guess' },
  'members.quit': { studioId: STUDIO },
  'members.myData': { studioId: STUDIO, phones: 'masked' },
  'members.correct': { studioId: STUDIO, name: '样例改名', phone: null },
  'members.withdraw': { studioId: STUDIO },
  'members.forget': { studioId: STUDIO },
  'members.setAvatar': { studioId: STUDIO, picture: 'none' },
  'members.pictureChecked': { trace_id: 'guess' },
  'members.reviews': { studioId: STUDIO },
  'members.judge': {
    studioId: STUDIO,
    what: 'name',
    memberId: memberIdOf('doubtful'),
    eventId: null,
    at: NOW,
    pass: true,
    reason: '',
  },
  'members.replay': {},
  'members.audit': { studioId: STUDIO, action: null, memberId: null, from: null },
  'patrols.board': { studioId: STUDIO },
  'patrols.detail': mine,
  'patrols.mine': { studioId: STUDIO },
  'patrols.join': { ...mine, requestId: requestIdOf('tap'), post: 'member', startsAt, endsAt },
  'patrols.leave': { ...mine, post: 'member' },
  'patrols.joinFor': {
    ...mine,
    ...one,
    requestId: requestIdOf('tap'),
    post: 'member',
    startsAt,
    endsAt,
  },
  'patrols.leaveFor': { ...mine, ...one, post: 'member' },
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
  'roster.search': { studioId: STUDIO, text: '', gridId: null, after: null },
  'roster.entry': { studioId: STUDIO, entryId: entryIdOf('entry') },
  'roster.save': {
    requestId: requestIdOf('tap'),
    studioId: STUDIO,
    entryId: null,
    rev: 0,
    name: '样例新兵',
    gridId: 'g1',
    phone: null,
    address: null,
    enlisted: '1978-03',
    discharged: null,
  },
  'roster.erase': { studioId: STUDIO, entryId: entryIdOf('entry') },
  'roster.upload': { studioId: STUDIO },
  'roster.preview': { studioId: STUDIO, fileId: aFile },
  'roster.import': { studioId: STUDIO, fileId: aFile, digest: '0'.repeat(64) },
  'roster.export': { studioId: STUDIO },
  'roster.sweep': {},
  'activities.list': { studioId: STUDIO },
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
  'members.entry': staffOnly('ok'),
  'members.entryPhone': staffOnly('ok'),
  'members.issueCode': staffOnly('ok'),
  'members.unlock': staffOnly('ok'),
  'members.scanIn': everybody('bad_code'),
  'members.people': staffOnly('ok'),
  'members.grant': staffOnly('ok'),
  'members.setUp': membersOnly('bad_code'),
  'members.quit': { ...membersOnly('ok'), staff: 'last_staff' },
  'members.myData': { ...everybody('ok'), visitor: 'not_member' },
  'members.correct': { ...everybody('ok'), visitor: 'not_member' },
  'members.withdraw': { ...everybody('ok'), visitor: 'not_member', staff: 'last_staff' },
  'members.forget': { ...everybody('ok'), staff: 'last_staff', foreignStaff: 'ok' },
  'members.setAvatar': { ...everybody('ok'), visitor: 'not_member' },
  'members.pictureChecked': everybody('unknown_action'),
  'members.reviews': staffOnly('ok'),
  'members.judge': staffOnly('ok'),
  'members.replay': everybody('unknown_action'),
  'members.audit': staffOnly('ok'),
  'patrols.board': membersOnly('ok'),
  'patrols.detail': everybody('ok'),
  'patrols.mine': membersOnly('ok'),
  'patrols.join': membersOnly('ok'),
  'patrols.leave': membersOnly('not_joined'),
  'patrols.joinFor': leadersOnly('ok'),
  'patrols.leaveFor': leadersOnly('not_joined'),
  'patrols.post': staffOnly('ok'),
  'patrols.sweep': everybody('unknown_action'),
  'roster.search': staffOnly('ok'),
  'roster.entry': staffOnly('ok'),
  'roster.save': staffOnly('ok'),
  'roster.erase': staffOnly('ok'),
  'roster.upload': staffOnly('ok'),
  'roster.preview': staffOnly('not_found'),
  'roster.import': staffOnly('not_found'),
  'roster.export': staffOnly('ok'),
  'roster.sweep': everybody('unknown_action'),
  'activities.list': membersOnly('ok'),
};

function everybody(answer: string) {
  return { ...membersOnly(answer), visitor: answer, foreignStaff: answer };
}

function leadersOnly(answer: string) {
  return { ...staffOnly(answer), squadLeader: answer };
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
