import { ACCESS } from '../../../cloudfunctions/domain/access';
import { SAMPLE_ENVIRONMENT } from '../../../local/sample/keys';
import type { ActionName } from '../../../typings/contract';
import type { MemberDocument } from '../../../typings/documents/member';
import { memberIdOf, openidOf, STUDIO, TOWN } from '../../support/makers';
import { type RunningStudio, startStudio } from '../../support/studio';
import { useCases } from '../../support/use-cases';
import { ELSEWHERE, EXPECTED } from './expected';
import { REQUESTS } from './requests';
import { type Asker, NOW, OTHER, OTHER_TOWN, PEOPLE, village } from './village';

let studio: RunningStudio;

beforeAll(async () => {
  Object.assign(process.env, SAMPLE_ENVIRONMENT);
  studio = await startStudio({ now: NOW });
});
afterAll(() => studio.close());

beforeEach(async () => {
  await studio.reset();
  await studio.load(village());
});

type Answer = { ok: boolean; code?: string };
const call = (who: Asker, action: ActionName, data: object = REQUESTS[action]) =>
  studio.send<Answer>(openidOf(who), action, data);

/** The table itself says which tests there are. */
const ACTIONS = Object.keys(ACCESS) as ActionName[];

const moved = (data: object) => ({
  ...data,
  ...('studioId' in data && { studioId: OTHER }),
  ...('townId' in data && { townId: OTHER_TOWN }),
});
const bound = ACTIONS.filter((action) => ['studioId', 'townId'].some((id) => id in REQUESTS[action]));

const HERE = ACTIONS.flatMap((action) =>
  PEOPLE.map((who) => ({ action, who, answer: EXPECTED[action][who] })),
);
const THERE = bound.flatMap((action) =>
  PEOPLE.filter((who) => who !== 'foreignStaff').map((who) => {
    const usual = who === 'visitor' ? EXPECTED[action].visitor : EXPECTED[action].foreignStaff;
    return { action, who, answer: ELSEWHERE[action]?.[who] ?? usual };
  }),
);

describe('谁能做什么', () => {
  test.each(HERE)('$action $who → $answer', async ({ action, who, answer }) => {
    const got = await call(who, action);
    expect(got.ok ? 'ok' : got.code).toBe(answer);
  });

  test.each(THERE)('别处：$action $who → $answer', async ({ action, who, answer }) => {
    const got = await call(who, action, moved(REQUESTS[action]));
    expect(got.ok ? 'ok' : got.code).toBe(answer);
  });

  test('每个动作有一行、一个请求、写明的回答、一个用例，一个不多', async () => {
    const found = (await useCases()).map(({ action }) => action);
    for (const names of [Object.keys(REQUESTS), Object.keys(EXPECTED), found]) {
      expect(names.sort()).toEqual([...ACTIONS].sort());
    }
  });

  test('每个用例怎样放人进来，和表里写的是一回事', async () => {
    for (const { action, admission } of await useCases()) {
      const row = ACCESS[action];
      expect([action, row === 'timer']).toEqual([action, admission === 'timer']);
      expect([action, row === 'supervisor']).toEqual([action, admission === 'supervise']);
    }
  });
});

describe('看得到的只有该看的', () => {
  test('陌生人在首页只知道自己是陌生人', async () => {
    const nothing = { next: null, gaps: [], gapCount: 0, sessions: [], asking: 0, can: [] };
    const me = (name: string) => ({ name, role: 'visitor', veteran: false });
    expect(await call('visitor', 'members.home')).toEqual({
      ok: true,
      data: { me: me(''), ...nothing, studios: [], town: null },
    });
    expect(await call('foreignStaff', 'members.home')).toEqual({
      ok: true,
      data: {
        me: me('样例foreignStaff'),
        ...nothing,
        studios: [{ studioId: OTHER, name: '老班长工作室' }],
        town: null,
      },
    });
    expect(await call('supervisor', 'members.home')).toEqual({
      ok: true,
      data: { me: me('样例supervisor'), ...nothing, studios: [], town: { townId: TOWN, name: '样例镇' } },
    });
  });

  test('谁在等、谁退了，只有带班的人看得到', async () => {
    const seen = async (who: Asker) =>
      ((await call(who, 'patrols.detail')) as { data?: { follow: unknown } }).data?.follow;
    expect(await seen('member')).toBeNull();
    expect(await seen('supervisor')).toBeNull();
    expect(await seen('squadLeader')).toEqual({ waiting: [], left: [], toRing: [] });
    expect(await seen('staff')).toEqual({ waiting: [], left: [], toRing: [] });
  });

  test('详情里没有微信身份，也没有成员编号', async () => {
    expect(JSON.stringify(await call('staff', 'patrols.detail'))).not.toMatch(/openid|m_other/);
  });

  test('全镇的那一页没有一个村民的名字，也没有微信身份', async () => {
    const text = JSON.stringify(await call('supervisor', 'members.town'));
    expect(text).toContain('样例supervisor');
    expect(text).not.toMatch(/openid|样例(?!supervisor|镇)/);
  });

  test('问别的工作室，什么也没有改', async () => {
    for (const action of bound.filter((name) => !/join|forget|correct/.test(name))) {
      await call('staff', action, moved(REQUESTS[action]));
    }
    const staff = await studio.document<MemberDocument>('members', memberIdOf('staff'));
    expect(staff).toMatchObject({ studios: [{ studioId: STUDIO, role: 'staff' }], claims: [] });
    expect(await studio.document('studios', OTHER)).toMatchObject({ grids: [{ rev: 0 }, { rev: 0 }] });
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
