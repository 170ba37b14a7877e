import type { MemberDocument } from '../../../typings/documents/member';
import type { RosterEntryDocument } from '../../../typings/documents/roster-entry';
import type { StudioDocument } from '../../../typings/documents/studio';
import { SAMPLE_ENVIRONMENT } from '../../../local/sample/keys';
import {
  aMember,
  anEntry,
  anEntryOfTheRoster,
  askingOf,
  aShift,
  aStudio,
  entryIdOf,
  eventIdOf,
  memberIdOf,
  openidOf,
  STUDIO,
} from '../../support/makers';
import { stored } from '../../support/stored';
import { type RunningStudio, startStudio } from '../../support/studio';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const HOUR = 3_600_000;
const clerk = openidOf('clerk');

let studio: RunningStudio;
beforeAll(async () => {
  studio = await startStudio({ now: NOW });
});
afterAll(() => studio.close());
beforeEach(async () => {
  await studio.reset();
  await studio.load(
    stored(
      aStudio({ staff: [memberIdOf('clerk'), memberIdOf('deputy')] }),
      aStudio({ _id: 'fresh', setUpAt: null }),
      aMember('clerk', { role: 'staff' }),
      aMember('deputy', { role: 'staff' }),
      aMember('ada', { veteran: false }),
      aMember('newclerk', { veteran: false, studioId: 'fresh' }),
      anEntryOfTheRoster('ada', { asking: [askingOf('ada')] }),
      anEntryOfTheRoster('tied', { memberId: memberIdOf('clerk'), asking: [askingOf('ada')] }),
    ),
  );
});

const grant = (by: string, to: string, role: 'member' | 'squadLeader' | 'staff') =>
  studio.call(openidOf(by), 'members.grant', { studioId: STUDIO, memberId: memberIdOf(to), role });
const member = (label: string) => studio.document<MemberDocument>('members', memberIdOf(label));
const staff = async () => (await studio.document<StudioDocument>('studios', STUDIO))?.staff;

describe('角色', () => {
  test('给出去、收回来，名单和角色一致', async () => {
    expect(await grant('clerk', 'ada', 'staff')).toEqual({ ok: true, data: { role: 'staff' } });
    expect(await staff()).toEqual(['clerk', 'deputy', 'ada'].map(memberIdOf));
    expect(await member('ada')).toMatchObject({ studios: [{ role: 'staff' }] });
    await grant('clerk', 'ada', 'squadLeader');
    expect(await staff()).toEqual(['clerk', 'deputy'].map(memberIdOf));
    expect(await member('ada')).toMatchObject({ studios: [{ role: 'squadLeader' }] });
  });

  test('两位工作人员同时把对方换掉，留下一位', async () => {
    const answers = await Promise.all([
      grant('clerk', 'deputy', 'member'),
      grant('deputy', 'clerk', 'member'),
    ]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await staff()).toHaveLength(1);
  });

  test('最后一位换不掉，也走不了', async () => {
    await grant('clerk', 'deputy', 'member');
    expect(await grant('clerk', 'clerk', 'member')).toEqual({ ok: false, code: 'last_staff' });
    expect(await studio.call(clerk, 'members.quit', { studioId: STUDIO })).toEqual({
      ok: false,
      code: 'last_staff',
    });
    expect(await staff()).toEqual([memberIdOf('clerk')]);
  });

  test('别的工作室的人和没有的人，一样是没有找到', async () => {
    expect(await grant('clerk', 'newclerk', 'member')).toEqual({ ok: false, code: 'not_found' });
    expect(await grant('clerk', 'nobody', 'member')).toEqual({ ok: false, code: 'not_found' });
    expect(await member('newclerk')).toMatchObject({ studios: [{ studioId: 'fresh', role: 'member' }] });
  });
});

describe('认人', () => {
  const confirm = (entry: string, same: boolean) =>
    studio.call(clerk, 'members.confirm', {
      studioId: STUDIO,
      entryId: entryIdOf(entry),
      memberId: memberIdOf('ada'),
      same,
    });

  test('是他：成为老兵，花名册认给他，事情办完', async () => {
    expect(await confirm('ada', true)).toEqual({ ok: true, data: { veteran: true } });
    expect(await confirm('ada', true)).toEqual({ ok: true, data: { veteran: true } });
    expect(await member('ada')).toMatchObject({ veteran: true, studios: [{ asking: null }] });
    expect(await studio.document<RosterEntryDocument>('rosterEntries', entryIdOf('ada'))).toMatchObject({
      memberId: memberIdOf('ada'),
      asking: [],
      waiting: 0,
    });
  });

  test('不是他：还是志愿者，不再问', async () => {
    expect(await confirm('ada', false)).toEqual({ ok: true, data: { veteran: false } });
    expect(await member('ada')).toMatchObject({ veteran: false });
    const entries = await studio.call(clerk, 'members.asking', { studioId: STUDIO });
    expect(entries).toMatchObject({ data: { entries: [{ entryId: entryIdOf('tied'), taken: true }] } });
  });

  test('已经认给别人的，不会再认给他', async () => {
    expect(await confirm('tied', true)).toEqual({ ok: false, code: 'taken' });
    expect(await member('ada')).toMatchObject({ veteran: false });
  });
});

describe('启用码', () => {
  const setUp = (code: string, who = 'newclerk', studioId = 'fresh') =>
    studio.call(openidOf(who), 'members.setUp', { studioId, code });

  test('第一位工作人员凭启用码就位，只有一次', async () => {
    const code = SAMPLE_ENVIRONMENT.SETUP_CODE;
    expect(await setUp(code)).toEqual({ ok: true, data: { role: 'staff' } });
    expect(await studio.document('studios', 'fresh')).toMatchObject({
      staff: [memberIdOf('newclerk')],
      setUpAt: NOW,
    });
    expect(await setUp(code, 'ada', STUDIO)).toEqual({ ok: false, code: 'bad_code' });
  });

  test('一天只能试五次，同时试也一样', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, (_, index) => setUp(`guess${index}`)));
    const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.code));
    expect(codes.filter((code) => code === 'bad_code')).toHaveLength(5);
    expect(await setUp(SAMPLE_ENVIRONMENT.SETUP_CODE)).toEqual({ ok: false, code: 'too_many_tries' });
    await studio.setClock(NOW + 24 * HOUR);
    expect(await setUp(SAMPLE_ENVIRONMENT.SETUP_CODE)).toMatchObject({ ok: true });
    await studio.setClock(NOW);
  });
});

describe('退出工作室', () => {
  test('将来的班让给排队的人，花名册还是服务站的', async () => {
    const shift = aShift('patrol', {
      startsAt: NOW + HOUR,
      posts: [{ code: 'member', title: '队员', headCount: 1, roles: ['member'] }],
      roster: [anEntry('cara'), anEntry('bea')],
    });
    const claim = {
      studioId: STUDIO,
      ref: shift._id,
      from: shift.startsAt,
      to: shift.endsAt,
      post: 'member',
      at: NOW - HOUR,
    };
    await studio.load(
      stored(
        shift,
        aMember('cara', { claims: [claim] }),
        aMember('bea'),
        anEntryOfTheRoster('cara', { memberId: memberIdOf('cara') }),
      ),
    );
    expect(await studio.call(openidOf('cara'), 'members.quit', { studioId: STUDIO })).toMatchObject({
      ok: true,
    });
    expect(await studio.document('events', eventIdOf('patrol'))).toMatchObject({
      roster: [{ leftAt: NOW }, { leftAt: null }],
      joined: { member: 1 },
    });
    expect(await member('cara')).toMatchObject({ studios: [], claims: [] });
    expect(await studio.document('rosterEntries', entryIdOf('cara'))).toMatchObject({ memberId: null });
  });
});
