import type { Request } from '../../../typings/contract';
import type { MemberDocument } from '../../../typings/documents/member';
import type { StudioDocument } from '../../../typings/documents/studio';
import {
  aMember,
  anEntryOfTheRoster,
  aShift,
  aStudio,
  memberIdOf,
  openidOf,
  STUDIO,
} from '../../support/makers';
import { stored } from '../../support/stored';
import { type RunningStudio, startStudio } from '../../support/studio';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const HOUR = 3_600_000;

let studio: RunningStudio;
beforeAll(async () => {
  studio = await startStudio({ now: NOW, instances: 2 });
});
afterAll(() => studio.close());
beforeEach(async () => {
  await studio.reset();
  await studio.load(
    stored(
      aStudio({ staff: [memberIdOf('clerk'), memberIdOf('deputy')] }),
      aStudio({ _id: 'other' }),
      aMember('clerk', { role: 'staff' }),
      aMember('deputy', { role: 'staff' }),
      aMember('lead', { name: '李样班', role: 'squadLeader' }),
      aMember('foreign', { name: '外样村', studioId: 'other' }),
    ),
  );
});

type Grid = Request<'members.saveGrid'>['grid'];
const EAST: Grid = { name: '东网格', lanes: '东一弄', households: 88, leader: '' };
const save = (gridId: string | null, rev: number, grid: Grid, by = 'clerk') =>
  studio.call(openidOf(by), 'members.saveGrid', { studioId: STUDIO, gridId, rev, grid });
const drop = (gridId: string, rev = 0) =>
  studio.call(openidOf('clerk'), 'members.dropGrid', { studioId: STUDIO, gridId, rev });
const gridsNow = async () => (await studio.document<StudioDocument>('studios', STUDIO))?.grids ?? [];
const seen = async () => {
  const answer = await studio.call(openidOf('clerk'), 'members.grids', { studioId: STUDIO });
  return answer.ok ? answer.data.grids : [];
};
const saved = (gridId: string) => ({ ok: true, data: { gridId } });
const refused = (code: string) => ({ ok: false, code });

describe('网格', () => {
  test('加一个，写明网格长：存的是他的编号，不是名字', async () => {
    expect(await save(null, 0, { ...EAST, leader: '李样班' })).toEqual(saved('g3'));
    expect((await gridsNow())[2]).toEqual({
      gridId: 'g3',
      name: '东网格',
      lanes: '东一弄',
      households: 88,
      leader: memberIdOf('lead'),
      rev: 0,
    });
    expect((await seen())[2]).toEqual({ ...EAST, gridId: 'g3', leader: '李样班', rev: 0 });
    expect((await studio.trips()).length).toBeLessThanOrEqual(2);
  });

  test('网格长注销了，哪里都没有他的名字，网格还在', async () => {
    await save(null, 0, { ...EAST, leader: '李样班' });
    await studio.call(openidOf('lead'), 'members.forget', { studioId: STUDIO });
    expect((await seen())[2]).toMatchObject({ name: '东网格', leader: '' });
    expect(JSON.stringify(await studio.document('studios', STUDIO))).not.toContain('李样班');
  });

  test('工作室里没有这个人，就不能当网格长；别的村的人也一样', async () => {
    expect(await save(null, 0, { ...EAST, leader: '没样人' })).toEqual(refused('no_such_person'));
    expect(await save(null, 0, { ...EAST, leader: '外样村' })).toEqual(refused('no_such_person'));
    expect(await gridsNow()).toHaveLength(2);
  });

  test('撤掉的号不再用，最后一个撤掉了也一样', async () => {
    await save(null, 0, EAST);
    expect(await drop('g3')).toEqual({ ok: true, data: { dropped: true } });
    expect(await save(null, 0, { ...EAST, name: '北网格' })).toEqual(saved('g4'));
    expect((await gridsNow()).map(({ gridId }) => gridId)).toEqual(['g1', 'g2', 'g4']);
    expect(await drop('g3')).toEqual(refused('not_found'));
  });

  test('十个人同时加，一个也不丢，号不重复', async () => {
    const names = Array.from({ length: 10 }, (_, index) => `网格${index}`);
    const answers = await Promise.all(
      names.map((name, index) => save(null, 0, { ...EAST, name }, index % 2 ? 'clerk' : 'deputy')),
    );
    const added = names.filter((_name, index) => answers[index]?.ok);
    expect(answers.filter(({ ok }) => !ok)).toEqual(Array(10 - added.length).fill(refused('unavailable')));
    const now = await gridsNow();
    expect(
      now
        .slice(2)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(added);
    expect(new Set(now.map(({ gridId }) => gridId)).size).toBe(now.length);
    expect(added.length).toBeGreaterThanOrEqual(5);
  });

  test('同一次点按到两遍，只加一个；另加一个同名的说清楚', async () => {
    expect(await save(null, 0, EAST)).toEqual(saved('g3'));
    expect(await save(null, 0, EAST)).toEqual(saved('g3'));
    expect(await save(null, 0, { ...EAST, households: 1 })).toEqual(refused('grid_name_taken'));
    expect(await gridsNow()).toHaveLength(3);
  });

  test('两个人看着同一个样子改，先到的算数，后到的没有盖掉它', async () => {
    const one = { name: '第一网格', lanes: '东一弄、东二弄、东三弄', households: 100, leader: '' };
    const other = { name: '第一网格', lanes: '东一弄、东二弄', households: 120, leader: '' };
    const answers = await Promise.all([save('g1', 0, one), save('g1', 0, other, 'deputy')]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual(refused('grid_changed'));
    const [first] = await gridsNow();
    const winner = answers[0].ok ? one : other;
    expect(first).toEqual({ ...winner, gridId: 'g1', leader: null, rev: 1 });

    const again = answers[0].ok ? save('g1', 0, one) : save('g1', 0, other, 'deputy');
    expect(await again).toEqual(saved('g1'));
    expect((await gridsNow())[0]).toMatchObject({ rev: 1 });
  });

  test('别人刚改过的，撤不掉', async () => {
    await save('g2', 0, { ...EAST, name: '第二网格' });
    expect(await drop('g2', 0)).toEqual(refused('grid_changed'));
    expect(await drop('g2', 1)).toMatchObject({ ok: true });
  });

  test('花名册上还有人的，班次没结束的，撤不掉，说明为什么', async () => {
    await studio.load(
      stored(
        anEntryOfTheRoster('veteran', { gridId: 'g1' }),
        anEntryOfTheRoster('foreign', { gridId: 'g2', studioId: 'other' }),
        aShift('running', { startsAt: NOW - HOUR, grid: { gridId: 'g2', name: '第二网格' } }),
      ),
    );
    expect(await drop('g1')).toEqual(refused('grid_in_roster'));
    expect(await drop('g2')).toEqual(refused('grid_in_shifts'));
    expect(await gridsNow()).toHaveLength(2);
    await studio.setClock(NOW + HOUR);
    expect(await drop('g2')).toMatchObject({ ok: true });
    await studio.setClock(NOW);
  });

  test('取消了的班、过去的班、别的村的班，不碍事', async () => {
    const grid = { gridId: 'g2', name: '第二网格' };
    await studio.load(
      stored(
        aShift('cancelled', { startsAt: NOW + HOUR, state: 'cancelled', grid }),
        aShift('over', { startsAt: NOW - 3 * HOUR, grid }),
        aShift('foreign', { startsAt: NOW + HOUR, studioId: 'other', grid }),
      ),
    );
    expect(await drop('g2')).toMatchObject({ ok: true });
  });

  test('没有通过安全检查的字存不进去', async () => {
    expect(await save(null, 0, { ...EAST, lanes: '赌博' })).toEqual(refused('unsafe_text'));
    expect(await gridsNow()).toHaveLength(2);
  });
});

describe('我的工作室', () => {
  const me = async (label: string, studioId = STUDIO) => {
    const answer = await studio.call(openidOf(label), 'members.me', { studioId });
    expect((await studio.trips()).length).toBeLessThanOrEqual(2);
    return answer.ok ? answer.data : null;
  };

  test('说出每一个的名字和我在那里是什么，两次往返', async () => {
    await studio.load(
      stored(aStudio({ _id: 'puyang', name: '浦样村', setUpAt: null }), {
        ...aMember('both'),
        studios: [
          { studioId: STUDIO, role: 'member', since: NOW },
          { studioId: 'puyang', role: 'squadLeader', since: NOW },
        ],
      } satisfies MemberDocument),
    );
    expect(await me('both')).toMatchObject({
      role: 'member',
      studios: [
        { studioId: STUDIO, name: '老班长工作室', role: 'member' },
        { studioId: 'puyang', name: '浦样村', role: 'squadLeader' },
      ],
      can: ['members.quit'],
    });
    expect(await me('both', 'puyang')).toMatchObject({
      role: 'squadLeader',
      can: ['members.quit', 'members.setUp'],
    });
  });

  test('陌生人没有工作室；还没启用的工作室等第一位工作人员', async () => {
    await studio.load(stored(aStudio({ _id: 'fresh', setUpAt: null })));
    expect(await me('stranger')).toMatchObject({ studios: [], town: null, can: ['members.join'] });
    expect(await me('stranger', 'fresh')).toMatchObject({ can: ['members.join', 'members.setUp'] });
  });
});

test('找人：名字这样开头的，别的村的人不在里面', async () => {
  await studio.load(
    stored(
      aMember('b', { name: '王样国' }),
      aMember('a', { name: '王样华' }),
      aMember('c', { name: '国样王' }),
      aMember('d', { name: '王样村', studioId: 'other' }),
    ),
  );
  const find = (named: string) =>
    studio.call(openidOf('clerk'), 'members.people', { studioId: STUDIO, after: null, named });
  const names = async (named: string) => {
    const answer = await find(named);
    return answer.ok ? answer.data.people.map(({ name }) => name) : [];
  };
  expect((await names('王')).sort()).toEqual(['王样华', '王样国'].sort());
  expect(await names('王样国')).toEqual(['王样国']);
  expect(await names('没')).toEqual([]);
  expect((await studio.trips()).at(-1)).toMatchObject({ index: 'studio_member_name' });
});
