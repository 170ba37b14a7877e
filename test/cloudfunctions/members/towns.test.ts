import { SAMPLE_ENVIRONMENT } from '../../../local/sample/keys';
import type { MemberDocument } from '../../../typings/documents/member';
import type { StudioDocument } from '../../../typings/documents/studio';
import type { TownDocument } from '../../../typings/documents/town';
import {
  aMember,
  anEntryOfTheRoster,
  aStudio,
  aTown,
  memberIdOf,
  openidOf,
  STUDIO,
  TOWN,
} from '../../support/makers';
import { stored } from '../../support/stored';
import { documentsOf, type RunningStudio, startStudio } from '../../support/studio';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const HOUR = 3_600_000;
const CODE = SAMPLE_ENVIRONMENT.TOWN_SETUP_CODE.split(`${TOWN}=`)[1] ?? '';

let studio: RunningStudio;
beforeAll(async () => {
  studio = await startStudio({ now: NOW, instances: 1 });
});
afterAll(() => studio.close());
beforeEach(() => fill(aTown({ setUpAt: null })));

async function fill(itsTown: TownDocument) {
  await studio.reset();
  await studio.setClock(NOW);
  await studio.load(
    stored(
      itsTown,
      aStudio({ name: '花园村', veterans: 102, staff: [memberIdOf('clerk'), memberIdOf('deputy')] }),
      aStudio({ _id: 'puyang', name: '浦样村', grids: [], veterans: 9, staff: [memberIdOf('other')] }),
      aStudio({ _id: 'far', name: '外镇村', townId: 'town-far' }),
      aMember('clerk', { role: 'staff' }),
      aMember('officer', { studioId: null, supervises: TOWN }),
    ),
  );
}

const supervise = (who: string, code: string, name = '样例督查') =>
  studio.call(openidOf(who), 'members.supervise', { studioId: STUDIO, name, consent: 1, code });
const town = (who: string, townId = TOWN) => studio.call(openidOf(who), 'members.town', { townId });
const invite = (who: string) => studio.call(openidOf(who), 'members.invite', { townId: TOWN });
const dismiss = (by: string, memberId: string) =>
  studio.call(openidOf(by), 'members.dismiss', { townId: TOWN, memberId });
const townNow = () => studio.document<TownDocument>('towns', TOWN);
const accountsOf = (who: string) =>
  documentsOf<MemberDocument>(`${studio.url}/admin`, 'members', { openid: openidOf(who) });
const codeOf = (answer: Awaited<ReturnType<typeof invite>>) => (answer.ok ? answer.data.code : '');

const bad = { ok: false, code: 'bad_code' };

describe('第一位督查', () => {
  test('凭部署时的码就位，不属于哪个工作室；码只有一次', async () => {
    expect(await supervise('first', CODE)).toEqual({
      ok: true,
      data: { town: { townId: TOWN, name: '样例镇' } },
    });
    const [account] = await accountsOf('first');
    expect(account).toMatchObject({ name: '样例督查', studios: [], supervises: TOWN, consent: { at: NOW } });
    expect(await townNow()).toMatchObject({ supervisors: [account?._id], setUpAt: NOW });
    expect(await town('first')).toMatchObject({ ok: true });

    expect(await supervise('second', CODE)).toEqual(bad);
    expect(await accountsOf('second')).toEqual([]);
    expect(await supervise('first', CODE)).toMatchObject({ ok: true });
    expect((await townNow())?.supervisors).toHaveLength(1);
  });

  test('十个人同时凭同一个码来，只有一位就位，别人什么也没留下', async () => {
    const people = Array.from({ length: 10 }, (_, index) => `rush${index}`);
    const answers = await Promise.all(people.map((who) => supervise(who, CODE)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await townNow())?.supervisors).toHaveLength(1);
    const accounts = (await Promise.all(people.map(accountsOf))).flat();
    expect(accounts.map(({ supervises }) => supervises)).toEqual([TOWN]);
  });

  test('村里的工作人员也可以是督查，在村里还是工作人员', async () => {
    await supervise('clerk', CODE);
    expect(await accountsOf('clerk')).toMatchObject([
      { name: '样例clerk', supervises: TOWN, studios: [{ studioId: STUDIO, role: 'staff' }] },
    ]);
    expect(await studio.call(openidOf('clerk'), 'members.grids', { studioId: STUDIO })).toMatchObject({
      ok: true,
    });
    expect(await studio.call(openidOf('clerk'), 'members.grids', { studioId: 'puyang' })).toEqual({
      ok: false,
      code: 'not_member',
    });
  });

  test('猜码一天五次，没有加入的人也一样；猜错的人不留下资料', async () => {
    const answers = await Promise.all(Array.from({ length: 9 }, (_, index) => supervise('x', `no${index}`)));
    const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.code));
    expect(codes.filter((code) => code === 'bad_code')).toHaveLength(5);
    expect(await supervise('x', CODE)).toEqual({ ok: false, code: 'too_many_tries' });
    expect(await accountsOf('x')).toEqual([]);
    await studio.setClock(NOW + 24 * HOUR);
    expect(await supervise('x', CODE)).toMatchObject({ ok: true });
  });
});

describe('督查的同事', () => {
  beforeEach(() => fill(aTown({ supervisors: [memberIdOf('officer')] })));

  test('邀请码一天有效，用一次；存的不是码', async () => {
    const code = codeOf(await invite('officer'));
    expect(code).toMatch(/^\d{8}$/);
    expect(JSON.stringify(await townNow())).not.toContain(code);
    expect(await supervise('colleague', code)).toMatchObject({ ok: true });
    expect(await supervise('colleague', code)).toMatchObject({ ok: true });
    expect(await supervise('another', code)).toEqual(bad);
    expect((await townNow())?.supervisors).toHaveLength(2);

    const late = codeOf(await invite('officer'));
    await studio.setClock(NOW + 24 * HOUR);
    expect(await supervise('another', late)).toEqual(bad);
  });

  test('再要一个，前一个就不能用了', async () => {
    const before = codeOf(await invite('officer'));
    const after = codeOf(await invite('officer'));
    expect(await supervise('colleague', before)).toEqual(bad);
    expect(await supervise('colleague', after)).toMatchObject({ ok: true });
  });

  test('不再当督查的，当场什么也看不到，拿着旧码也回不来', async () => {
    const code = codeOf(await invite('officer'));
    await supervise('colleague', code);
    const [{ _id = '' } = {}] = await accountsOf('colleague');
    expect(await dismiss('officer', _id)).toEqual({ ok: true, data: { dismissed: true } });
    expect(await town('colleague')).toEqual({ ok: false, code: 'not_found' });
    expect(await invite('colleague')).toEqual({ ok: false, code: 'not_found' });
    expect(await supervise('colleague', code)).toEqual(bad);
    expect(await townNow()).toMatchObject({ supervisors: [memberIdOf('officer')], invite: null });
  });

  test('注销的督查，名单上也没有了', async () => {
    await studio.call(openidOf('officer'), 'members.forget', { studioId: STUDIO });
    // The last one: else nobody could ever supervise this town again.
    expect(await townNow()).toMatchObject({ supervisors: [], setUpAt: null });
    expect(await accountsOf('officer')).toEqual([]);
  });

  test('两位督查同时请对方离开，总有一位留下', async () => {
    await supervise('colleague', codeOf(await invite('officer')));
    const [{ _id = '' } = {}] = await accountsOf('colleague');
    const answers = await Promise.all([dismiss('officer', _id), dismiss('colleague', memberIdOf('officer'))]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await townNow())?.supervisors).toHaveLength(1);
  });

  test('撤回同意的督查，什么也看不到了', async () => {
    await studio.call(openidOf('officer'), 'members.withdraw', { studioId: STUDIO });
    expect(await town('officer')).toEqual({ ok: false, code: 'not_found' });
    expect(await townNow()).toMatchObject({ supervisors: [], setUpAt: null });
  });
});

describe('全镇的工作室', () => {
  beforeEach(() => fill(aTown({ supervisors: [memberIdOf('officer')] })));

  test('每个村一行：服务站、网格、工作人员、老兵，数好的，两次往返', async () => {
    expect(await town('officer')).toEqual({
      ok: true,
      data: {
        name: '样例镇',
        studios: [
          {
            studioId: STUDIO,
            name: '花园村',
            station: { address: '花园村898号', phone: '000-0000-0898' },
            grids: 2,
            staff: 2,
            veterans: 102,
          },
          {
            studioId: 'puyang',
            name: '浦样村',
            station: { address: '花园村898号', phone: '000-0000-0898' },
            grids: 0,
            staff: 1,
            veterans: 9,
          },
        ],
        supervisors: [{ memberId: memberIdOf('officer'), name: '样例officer', me: true }],
      },
    });
    const trips = await studio.trips();
    expect(trips).toHaveLength(2);
    expect(trips.map(({ collection }) => collection)).toEqual(['members', 'towns']);
  });

  test('老兵的数每小时由定时器数好，村民自己数不了', async () => {
    const entries = ['a', 'b', 'c'].map((label) => anEntryOfTheRoster(label, { studioId: 'puyang' }));
    await studio.load(stored(...entries));
    expect(await studio.timer('members', 'tend')).toMatchObject({ ok: true, data: { counted: 2 } });
    expect(await studio.document<StudioDocument>('studios', 'puyang')).toMatchObject({ veterans: 3 });
    expect(await studio.document<StudioDocument>('studios', STUDIO)).toMatchObject({ veterans: 0 });
    expect(await studio.timer('members', 'tend')).toMatchObject({ ok: true, data: { counted: 0 } });
  });
});
