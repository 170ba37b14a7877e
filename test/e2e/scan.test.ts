import type { ShiftDocument } from '../../typings/documents/event';
import type { MemberDocument } from '../../typings/documents/member';
import type { RosterEntryDocument } from '../../typings/documents/roster-entry';
import {
  aMember,
  anEntry,
  anEntryOfTheRoster,
  aShift,
  aStudio,
  entryIdOf,
  eventIdOf,
  memberIdOf,
  openidOf,
  requestIdOf,
  STUDIO,
} from '../support/makers';
import { stored } from '../support/stored';
import { documentsOf } from '../support/studio';
import { layTable, type Table } from './driver/table';
import type { TablePhone } from './driver/tabletop';

/** 北京时间 2026 年 11 月 23 日 18:00，周一。 */
const NOW = Date.parse('2026-11-23T10:00:00Z');
const HOUR = 3_600_000;
/** Opened by a mini-program code. */
const BY_CODE = 1047;
const patrol = `/pages/shift-detail/index?shiftId=${eventIdOf('patrol')}`;
const person = `/pages/roster-entry/index?entryId=${entryIdOf('chen')}`;

let table: Table;
beforeAll(async () => {
  table = await layTable(NOW, []);
}, 120_000);
afterAll(() => table.close());
beforeEach(async () => {
  await table.studio.reset();
  await table.studio.setClock(NOW);
  await table.studio.load(
    stored(
      aStudio({ staff: [memberIdOf('clerk')] }),
      aMember('clerk', { name: '李样芳', role: 'staff', veteran: false }),
      aMember('ada', { name: '王样国' }),
      anEntryOfTheRoster('chen', { name: '陈样国' }),
      anEntryOfTheRoster('wang', { name: '王样国', memberId: memberIdOf('ada') }),
      aShift('patrol', { startsAt: NOW + HOUR, roster: [anEntry('ada', { name: '王样国' })] }),
    ),
  );
});

/** Taps, and says what a camera then reads off the picture. */
async function shows(clerk: Pick<TablePhone, 'tap' | 'sees'>): Promise<string> {
  const before = await codePaths();
  await clerk.tap(/出示二维码$/);
  await clerk.sees('请他打开微信，扫一扫这张图');
  return (await codePaths()).find((path) => !before.includes(path)) ?? '';
}
async function codePaths(): Promise<string[]> {
  const codes = (await (await fetch(`${table.studio.url}/local/codes`)).json()) as { path: string }[];
  return codes.map(({ path }) => `/${path}`);
}
const memberOf = async (openid: string) =>
  (await documentsOf<MemberDocument>(`${table.studio.url}/admin`, 'members', { openid }))[0];

test('左手机出示二维码，右手机扫了点两下：加入了，是老兵，字变大了，什么都没填', async () => {
  const top = await table.lay({ left: 'clerk', leftPath: person, right: 'chen' });
  const { left, right } = top;
  await left.sees('还没有加入');
  const path = await shows(left);
  await left.screen('the code');
  await left.sees('明晚 18:00 以前有效');
  expect(await left.frame.getByRole('img', { name: '陈样国加入用的二维码' }).count()).toBe(1);

  await right.openPage(path, BY_CODE);
  await right.sees('什么都不用填');
  expect(await right.lacks('长辈版')).toBe(true);
  await right.tap('加入');
  await right.sees('陈样国，欢迎您！您是花名册上的老兵，可以报名了。');
  await right.screen('welcome');
  await right.tap('接着办');
  await right.sees('陈样国，晚上好');
  expect(await right.frame.locator('.tokens-elder').count()).toBeGreaterThan(0);
  expect(await right.errors()).toEqual([]);

  await left.tap('扫好了');
  await left.sees('已经加入，用的是自己的微信');
  expect(await left.lacks('出示二维码')).toBe(true);
  expect(await left.errors()).toEqual([]);
  await top.close();

  const member = await memberOf(openidOf('chen'));
  expect(member).toMatchObject({ name: '陈样国', veteran: true, consent: { version: 2, at: NOW } });
  expect(await table.studio.document<RosterEntryDocument>('rosterEntries', entryIdOf('chen'))).toMatchObject({
    memberId: member?._id,
  });
});

test('用过的、过期的码说清楚，请他打服务站电话；早就加入的老兵不用再扫', async () => {
  const clerk = await table.open({ who: 'clerk', path: person });
  const used = await shows(clerk);
  const chen = await table.open({ who: 'chen', path: used });
  await chen.tap('加入');
  await chen.sees('欢迎您');
  await chen.close();
  const late = await table.open({ who: 'late', path: used });
  await late.tap('加入');
  await late.sees('这个码不对，或者过期了，用过了。请让工作人员重新出示一张。');
  await late.tap('☎ 打服务站电话');
  await late.sees('000-0000-0898');
  expect(await late.errors()).toEqual([]);
  await late.close();
  await clerk.close();
  expect(await memberOf(openidOf('late'))).toBeUndefined();

  await table.studio.load(stored(anEntryOfTheRoster('shi', { name: '施样林' })));
  const again = await table.open({ who: 'clerk', path: person.replace(entryIdOf('chen'), entryIdOf('shi')) });
  const expired = await shows(again);
  const ada = await table.open({ who: 'ada', path: expired });
  await ada.sees('王样国，您已经加入了，是核实过的老兵，不用再扫。');
  await ada.close();
  await table.studio.setClock(NOW + 24 * HOUR);
  const tomorrow = await table.open({ who: 'tomorrow', path: expired });
  await tomorrow.tap('加入');
  await tomorrow.sees('这个码不对');
  await tomorrow.close();
  await again.close();
});

test('试错五次锁住，工作人员解锁，重新出示，打印', async () => {
  const clerk = await table.open({ who: 'clerk', path: person });
  const scene = (await shows(clerk)).split('=')[1] ?? '';
  for (let guess = 0; guess < 5; guess++) {
    const code = scene.slice(0, 9) + String(guess).padStart(20, '0');
    await table.studio.call(openidOf(`guess${guess}`), 'members.scanIn', { code, consent: 1 });
  }
  await clerk.tap('扫好了');
  await clerk.sees('二维码锁住了');
  await clerk.screen('locked');
  await clerk.tap('解锁');
  await clerk.sees('解锁了，可以重新出示二维码。');
  await shows(clerk);
  await clerk.tap('打印');
  await clerk.tap('同意');
  await clerk.tap('允许');
  await clerk.tap('关闭');
  await clerk.sees('已存进手机相册');
  expect(await clerk.errors()).toEqual([]);
  await clerk.close();
});

test('替没有微信的人报名，他后来扫码加入，那一班就是他自己的；带班的人也能替人退出', async () => {
  await table.studio.call(openidOf('clerk'), 'patrols.joinFor', {
    requestId: requestIdOf('behalf'),
    studioId: STUDIO,
    shiftId: eventIdOf('patrol'),
    post: 'member',
    startsAt: NOW + HOUR,
    endsAt: NOW + 3 * HOUR,
    entryId: entryIdOf('chen'),
  });
  const clerk = await table.open({ who: 'clerk', path: patrol });
  await clerk.sees('陈样国（代报名）');
  await clerk.sees('代报名');
  await clerk.openPage(person);
  await clerk.sees('平安巡逻 · 队员');
  const path = await shows(clerk);

  const chen = await table.open({ who: 'chen', path });
  await chen.tap('加入');
  await chen.tap('接着办');
  await chen.sees('下一班');
  await chen.sees('平安巡逻');
  await chen.openPage(patrol);
  await chen.sees('您报上了：队员。到时候见。');
  expect(await chen.lacks('代报名')).toBe(true);
  await chen.close();

  await clerk.openPage(patrol);
  await clerk.tapRole('button', '王样国，替他退出');
  await clerk.tap('不退');
  await clerk.tapRole('button', '王样国，替他退出');
  await clerk.tap('确定退出');
  await clerk.sees('已替王样国退出。');
  expect(await clerk.errors()).toEqual([]);
  await clerk.close();
  const shift = await table.studio.document<ShiftDocument>('events', eventIdOf('patrol'));
  expect(shift).toMatchObject({
    joined: { member: 1 },
    roster: [
      { name: '王样国', leftAt: NOW },
      { memberId: (await memberOf(openidOf('chen')))?._id, leftAt: null },
    ],
  });
});
