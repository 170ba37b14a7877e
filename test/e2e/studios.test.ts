import { SAMPLE_ENVIRONMENT } from '../../local/sample/keys';
import type { ShiftDocument } from '../../typings/documents/event';
import type { MemberDocument } from '../../typings/documents/member';
import type { StudioDocument } from '../../typings/documents/studio';
import type { TownDocument } from '../../typings/documents/town';
import {
  aMember,
  anEntry,
  aShift,
  aStudio,
  aTown,
  eventIdOf,
  memberIdOf,
  openidOf,
  STUDIO,
  TOWN,
} from '../support/makers';
import { stored } from '../support/stored';
import { documentsOf } from '../support/studio';
import { layTable, type Table } from './driver/table';

/** 北京时间 2026 年 11 月 23 日 18:00，周一。 */
const NOW = Date.parse('2026-11-23T10:00:00Z');
const HOUR = 3_600_000;
const PUYANG = 'puyang';
const foreign = eventIdOf('foreign');
const card = `/pages/shift-detail/index?shiftId=${foreign}&studio=${PUYANG}`;
const TOWN_CODE = SAMPLE_ENVIRONMENT.TOWN_SETUP_CODE.split(`${TOWN}=`)[1] ?? '';

let table: Table;

beforeAll(async () => {
  table = await layTable(NOW, []);
}, 120_000);
afterAll(() => table.close());

const both: MemberDocument = {
  ...aMember('both', { name: '钮样国' }),
  studios: [
    { studioId: STUDIO, role: 'member', since: NOW },
    { studioId: PUYANG, role: 'squadLeader', since: NOW },
  ],
};

beforeEach(async () => {
  await table.studio.reset();
  await table.studio.setClock(NOW);
  await table.studio.load(
    stored(
      aTown({ setUpAt: null }),
      aStudio({ name: '花园村工作室', veterans: 102, staff: [memberIdOf('clerk')] }),
      aStudio({ _id: PUYANG, name: '浦样村工作室', veterans: 9, staff: [memberIdOf('other')], grids: [] }),
      aStudio({ _id: 'fresh', name: '新样村工作室', setUpAt: null, grids: [] }),
      aMember('clerk', { name: '施样芳', role: 'staff' }),
      aMember('zhou', { name: '周样明' }),
      aMember('neighbour', { name: '邻样居', studioId: PUYANG }),
      both,
      aShift('patrol', { startsAt: NOW + HOUR, roster: [anEntry('zhou', { name: '周样明' })] }),
      aShift('foreign', {
        studioId: PUYANG,
        startsAt: NOW + HOUR,
        title: '河边巡查',
        roster: [anEntry('neighbour', { name: '邻样居' })],
      }),
    ),
  );
});

const memberOf = async (who: string) =>
  (await documentsOf<MemberDocument>(`${table.studio.url}/admin`, 'members', { openid: openidOf(who) }))[0];

test('在两个村的人一点就换，每一屏都从头读，关掉再打开还在那个村', async () => {
  const phone = await table.open({ who: 'both' });
  await phone.sees('花园村工作室');
  await phone.tap('值勤');
  await phone.sees('平安巡逻');
  await phone.tap('我的');
  await phone.sees('我的工作室');
  await phone.tap('浦样村工作室');
  await phone.sees('钮样国，晚上好');
  expect(await phone.stack()).toEqual(['pages/home/index']);
  await phone.sees('浦样村工作室');
  await phone.tap('值勤');
  await phone.sees('河边巡查');
  expect(await phone.lacks('平安巡逻')).toBe(true);

  await phone.kill();
  await phone.reopen();
  await phone.sees('浦样村工作室');
  expect(await phone.errors()).toEqual([]);
  await phone.close();
});

test('别村的卡片：别处的成员只看得到公开的一半，回到首页还是自己的村', async () => {
  const zhou = await table.open({ who: 'zhou', path: card });
  await zhou.sees('加入以后看得到谁来');
  expect(await zhou.lacks('邻样居')).toBe(true);
  await zhou.openPage('/pages/home/index');
  await zhou.sees('周样明，晚上好');
  await zhou.tap('值勤');
  await zhou.sees('平安巡逻');
  expect(await zhou.lacks('河边巡查')).toBe(true);
  expect(await zhou.errors()).toEqual([]);
  await zhou.close();
});

test('别村的卡片：从没来过的人加入的是那个村，报上那一班，以后打开就在那里', async () => {
  const stranger = await table.open({ who: 'newcomer', path: card });
  await stranger.tap('我要参加');
  await stranger.sees('加入浦样村工作室');
  await stranger.tapRole('textbox', '您叫什么名字');
  await stranger.tap('同意');
  await stranger.fill('您叫什么名字', '钱样新');
  await stranger.tap('同意并加入');
  await stranger.breathe();
  await stranger.tap('接着办');
  await stranger.sees('您报上了：队员。到时候见。');
  expect(await memberOf('newcomer')).toMatchObject({ studios: [{ studioId: PUYANG }] });
  const shift = await table.studio.document<ShiftDocument>('events', foreign);
  expect(shift?.roster.map(({ name }) => name)).toEqual(['邻样居', '钱样新']);
  await stranger.reopen();
  await stranger.sees('下一班');
  await stranger.sees('河边巡查');
  expect(await stranger.errors()).toEqual([]);
  await stranger.close();
});

test('转发出去的卡片带着自己的工作室', async () => {
  const top = await table.lay({ left: 'both', leftPath: card, right: 'zhou' });
  await top.left.sees('邻样居');
  await top.left.share();
  await top.openCard('河边巡查', top.right);
  await top.right.sees('加入以后看得到谁来');
  expect(await top.right.path()).toBe(card.slice(1));
  await top.close();
});

test('新的工作室：第一位工作人员先留名字，再输启用码；输错了说清楚，启用了就是工作台', async () => {
  const first = await table.open({ who: 'first', path: '/pages/set-up/index?studio=fresh' });
  await first.tapRole('button', '启用');
  await first.sees('请写您的名字。');
  await first.fill('您叫什么名字', '孙样云');
  await first.fill('启用码', 'wrong');
  await first.tapRole('button', '启用');
  await first.sees('这个码不对，或者用过了，过期了。请看清楚，或者问给您码的人。');
  await first.fill('启用码', SAMPLE_ENVIRONMENT.SETUP_CODE);
  await first.tapRole('button', '启用');
  await first.sees(/^启用了。您是这里的工作人员/);
  const member = await memberOf('first');
  expect(member).toMatchObject({ name: '孙样云', studios: [{ studioId: 'fresh', role: 'staff' }] });
  expect(await table.studio.document<StudioDocument>('studios', 'fresh')).toMatchObject({
    staff: [member?._id],
    setUpAt: NOW,
  });
  await first.tap('到首页');
  await first.sees('今天要办的');
  await first.tap('我的');
  await first.sees('新样村工作室');
  expect(await first.lacks('启用这个工作室（村工作人员）')).toBe(true);
  expect(await first.errors()).toEqual([]);
  await first.close();
});

test('扫纸上的码打开，码已经填好；「我的」里那一行只有没启用的工作室才有', async () => {
  const scene = encodeURIComponent(`fresh,${SAMPLE_ENVIRONMENT.SETUP_CODE}`);
  const first = await table.open({ who: 'first', path: `/pages/set-up/index?scene=${scene}` });
  await first.fill('您叫什么名字', '孙样云');
  await first.tapRole('button', '启用');
  await first.sees(/^启用了/);
  await first.close();
  const zhou = await table.open({ who: 'zhou', path: '/pages/me/index' });
  await zhou.sees('所在工作室');
  expect(await zhou.lacks(/^启用/)).toBe(true);
  await zhou.close();
});

test('镇里的督查凭码就位，看全镇，请一位同事；同事输码以后也看得到', async () => {
  const officer = await table.open({ who: 'officer', path: '/pages/me/index' });
  await officer.tap('启用全镇督查（镇工作人员）');
  await officer.fill('您叫什么名字', '金样文');
  await officer.fill('启用码或者邀请码', TOWN_CODE);
  await officer.tapRole('button', '启用');
  await officer.sees('启用了。您可以看全镇的工作室。');
  await officer.tap('到首页');
  await officer.sees('您是镇级督查，可以看全镇的工作室。');
  await officer.tap('看全镇的工作室');
  await officer.sees('花园村工作室');
  await officer.sees('在册老兵 102 人');
  await officer.tap('请一位同事一起督查');
  await officer.sees('请同事打开小程序，把这个码输进去：');
  const code = (await officer.frame.getByText(/^\d{8}$/).textContent()) ?? '';

  const link = `/pages/set-up/index?as=supervisor&studio=${STUDIO}`;
  const colleague = await table.open({ who: 'colleague', path: link });
  await colleague.fill('您叫什么名字', '叶样青');
  await colleague.fill('启用码或者邀请码', code);
  await colleague.tapRole('button', '启用');
  await colleague.sees('启用了。您可以看全镇的工作室。');
  await colleague.tap('到首页');
  await colleague.tap('看全镇的工作室');
  await colleague.sees('叶样青');

  await officer.pullDown();
  await officer.tapRole('button', '叶样青，不再督查');
  await officer.tap('不再督查');
  await officer.sees('叶样青：不再督查了');
  await colleague.pullDown();
  await colleague.sees('没有找到，可能已经撤掉了，请返回看看别的。');
  const town = await table.studio.document<TownDocument>('towns', TOWN);
  expect(town?.supervisors).toEqual([(await memberOf('officer'))?._id]);
  expect([...(await officer.errors()), ...(await colleague.errors())]).toEqual([]);
  await officer.close();
  await colleague.close();
});
