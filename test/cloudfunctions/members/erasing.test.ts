import type { EventDocument } from '../../../typings/documents/event';
import type { MemberDocument } from '../../../typings/documents/member';
import type { RosterEntryDocument } from '../../../typings/documents/roster-entry';
import type { StudioDocument } from '../../../typings/documents/studio';
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
import { documentsOf, type RunningStudio, startStudio } from '../../support/studio';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const HOUR = 3_600_000;
const OTHER = 'other';
const ada = openidOf('ada');
const mine = { studioId: STUDIO };

let studio: RunningStudio;
beforeAll(async () => {
  studio = await startStudio({ now: NOW });
});
afterAll(() => studio.close());

const coming = aShift('coming', { startsAt: NOW + HOUR, roster: [anEntry('ada'), anEntry('bea')] });
const past = aShift('past', { startsAt: NOW - 48 * HOUR, roster: [anEntry('ada')] });
const claim = {
  studioId: STUDIO,
  ref: coming._id,
  from: coming.startsAt,
  to: coming.endsAt,
  post: 'member',
  at: NOW - HOUR,
};
const sealed = { k: 'sample', n: 'AAAA', c: 'AAAA' };
const inBoth = [
  { studioId: STUDIO, role: 'member' as const, since: NOW },
  { studioId: OTHER, role: 'member' as const, since: NOW },
];

beforeEach(async () => {
  await studio.reset();
  await studio.setClock(NOW);
  await studio.load(
    stored(
      aStudio({ staff: [memberIdOf('clerk')] }),
      aStudio({ _id: OTHER, staff: [memberIdOf('dora')] }),
      aMember('clerk', { role: 'staff' }),
      { ...aMember('ada', { claims: [claim] }), phone: sealed, studios: inBoth },
      aMember('bea', { claims: [claim] }),
      { ...aMember('dora'), studios: inBoth.map((one) => ({ ...one, role: 'staff' as const })) },
      anEntryOfTheRoster('ada', { memberId: memberIdOf('ada') }),
      anEntryOfTheRoster('like', { studioId: OTHER, asking: [askingOf('ada')] }),
      coming,
      past,
    ),
  );
});

const member = (label: string) => studio.document<MemberDocument>('members', memberIdOf(label));
const event = (label: string) => studio.document<EventDocument>('events', eventIdOf(label));
const ledger = () => documentsOf(`${studio.url}/admin`, 'erasures', {});
const replay = () => studio.timer('members', 'tend');

describe('撤回同意', () => {
  test('离开每个工作室，班让给别人，电话和同意都没有了；名字还在，直到注销', async () => {
    expect(await studio.call(ada, 'members.withdraw', mine)).toEqual({ ok: true, data: { withdrawn: true } });
    expect(await member('ada')).toMatchObject({
      name: '样例ada',
      phone: null,
      consent: null,
      veteran: false,
      studios: [],
      claims: [],
    });
    expect(await event('coming')).toMatchObject({ roster: [{ leftAt: NOW }, {}], joined: { member: 1 } });
    expect(await studio.document('rosterEntries', entryIdOf('ada'))).toMatchObject({ memberId: null });
    expect(await studio.document('rosterEntries', entryIdOf('like'))).toMatchObject({
      asking: [],
      waiting: 0,
    });
    expect(await studio.call(ada, 'patrols.board', mine)).toEqual({ ok: false, code: 'not_member' });
    expect(await ledger()).toEqual([]);
  });

  test('再点一次一样；回来就是重新加入，还是同一个人', async () => {
    await studio.call(ada, 'members.withdraw', mine);
    expect(await studio.call(ada, 'members.withdraw', mine)).toMatchObject({ ok: true });
    await studio.call(ada, 'members.join', { ...mine, name: '样例归来', phone: null, consent: 2 });
    expect(await member('ada')).toMatchObject({
      name: '样例归来',
      consent: { version: 2, at: NOW },
      studios: [{ studioId: STUDIO }],
    });
  });

  test.each(['members.withdraw', 'members.forget'] as const)(
    '%s：在一个工作室是最后一位工作人员，哪个工作室都不离开',
    async (action) => {
      expect(await studio.call(openidOf('dora'), action, mine)).toEqual({ ok: false, code: 'last_staff' });
      expect(await member('dora')).toMatchObject({ studios: [{ studioId: STUDIO }, { studioId: OTHER }] });
      expect(await ledger()).toEqual([]);
    },
  );
});

describe('注销登记', () => {
  test('注销记下编号和时间，别的什么也不记', async () => {
    await studio.call(ada, 'members.forget', mine);
    expect(await ledger()).toEqual([{ _id: memberIdOf('ada'), kind: 'member', at: NOW }]);
    expect(await member('ada')).toBeUndefined();
  });

  test('登记了还没删完就断了：夜里删完', async () => {
    await studio.load([{ collection: 'erasures', doc: { _id: memberIdOf('ada'), kind: 'member', at: NOW } }]);
    expect(await replay()).toMatchObject({ ok: true, data: { forgotten: 1, more: false } });
    expect(await member('ada')).toBeUndefined();
    expect(await event('coming')).toMatchObject({
      roster: [{ name: '（已注销）', leftAt: NOW }, { name: '样例bea' }],
      joined: { member: 1 },
    });
    expect(await event('past')).toMatchObject({ roster: [{ name: '（已注销）' }], joined: { member: 1 } });
    expect(await studio.document<RosterEntryDocument>('rosterEntries', entryIdOf('ada'))).toMatchObject({
      memberId: null,
    });
    expect(await replay()).toMatchObject({ ok: true, data: { forgotten: 0, more: false } });
  });

  test('正在报名的时候注销了：写上去的名字和岗位，五分钟内收回', async () => {
    await studio.call(ada, 'members.forget', mine);
    // What a sign-up that was under way writes after the deletion: its claim is gone, its entry arrives.
    const late = aShift('late', { startsAt: NOW + 3 * HOUR, roster: [anEntry('ada')] });
    const like = anEntryOfTheRoster('late', { asking: [askingOf('ada')] });
    await studio.load(stored(late, like));
    await studio.timer('patrols', 'sweep');
    expect(await event('late')).toMatchObject({
      roster: [{ name: '（已注销）', leftAt: NOW }],
      joined: { member: 0 },
    });
    expect(await studio.document('rosterEntries', like._id)).toMatchObject({ asking: [], waiting: 0 });
  });

  test('本人要求删掉的花名册，恢复了也不回来', async () => {
    await studio.load([{ collection: 'erasures', doc: { _id: entryIdOf('like'), kind: 'entry', at: NOW } }]);
    expect(await replay()).toMatchObject({ ok: true });
    expect(await studio.document('rosterEntries', entryIdOf('like'))).toBeUndefined();
    expect(await studio.document('rosterEntries', entryIdOf('ada'))).toBeDefined();
  });

  test('旧备份里他是最后一位工作人员：注销照样算数，启用码重新能用', async () => {
    await studio.load([
      { collection: 'erasures', doc: { _id: memberIdOf('dora'), kind: 'member', at: NOW } },
    ]);
    expect(await replay()).toMatchObject({ data: { forgotten: 1 } });
    expect(await member('dora')).toBeUndefined();
    expect(await studio.document<StudioDocument>('studios', OTHER)).toMatchObject({
      staff: [],
      setUpAt: null,
    });
    expect(await studio.document<StudioDocument>('studios', STUDIO)).toMatchObject({
      staff: [memberIdOf('clerk')],
    });
  });

  test('一次做不完的说还有，接着做就做完', async () => {
    const many = Array.from({ length: 25 }, (_, n) => `gone${n}`);
    await studio.load(stored(...many.map((label) => aMember(label))));
    await studio.load(
      many.map((label) => ({
        collection: 'erasures' as const,
        doc: { _id: memberIdOf(label), kind: 'member' as const, at: NOW },
      })),
    );
    expect(await replay()).toMatchObject({ ok: true, data: { forgotten: 20, more: true } });
    expect(await replay()).toMatchObject({ ok: true, data: { forgotten: 5, more: false } });
  });
});
