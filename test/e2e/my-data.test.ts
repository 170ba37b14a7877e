import { lookUpKey } from '../../cloudfunctions/platform/secrets';
import { SAMPLE_ENVIRONMENT } from '../../local/sample/keys';
import type { EventDocument } from '../../typings/documents/event';
import type { MemberDocument } from '../../typings/documents/member';
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
  STUDIO,
} from '../support/makers';
import { stored } from '../support/stored';
import type { Phone } from './driver/phone';
import { layTable, type Table } from './driver/table';

/** 北京时间 18:00 */
const NOW = Date.parse('2026-11-23T10:00:00Z');
const HOUR = 3_600_000;
const PHONE = '13900000898';
const page = '/pages/my-data/index';

let table: Table;
beforeAll(async () => {
  Object.assign(process.env, SAMPLE_ENVIRONMENT);
  table = await layTable(NOW, []);
}, 120_000);
afterAll(() => table.close());

const named = { name: '王样国' };
const coming = aShift('coming', { startsAt: NOW + HOUR, roster: [anEntry('ada', named)] });
const past = [1, 2, 3, 4, 5].map((n) =>
  aShift(`past${n}`, { startsAt: NOW - n * 24 * HOUR, roster: [anEntry('ada', named)] }),
);
const claim = {
  studioId: STUDIO,
  ref: coming._id,
  from: coming.startsAt,
  to: coming.endsAt,
  post: 'member',
  at: NOW - HOUR,
};
beforeEach(async () => {
  await table.studio.reset();
  await table.studio.load(
    stored(
      aStudio({ staff: [memberIdOf('clerk')] }),
      aMember('clerk', { name: '李样芳', role: 'staff' }),
      aMember('ada', {
        ...named,
        claims: [claim],
      }),
      anEntryOfTheRoster('ada', {
        ...named,
        memberId: memberIdOf('ada'),
        phoneKey: lookUpKey('phone', PHONE),
      }),
      coming,
      ...past,
    ),
  );
  await table.studio.call(openidOf('ada'), 'members.correct', {
    studioId: STUDIO,
    name: named.name,
    phone: PHONE,
  });
});
/** What a file says that the app keeps on this phone; null where there is none. */
const kept = (phone: Phone, name: string): Promise<string | null> =>
  phone.frame.evaluate(async (file) => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve) => {
        request.onsuccess = () => resolve(request.result);
      });
    const store = (await done(indexedDB.open('phone-files'))).transaction('files').objectStore('files');
    const keys = (await done(store.getAllKeys())) as string[];
    const key = keys.find((one) => one.endsWith(file));
    if (key === undefined) return null;
    const { bytes } = (await done(store.get(key))) as { bytes: Uint8Array };
    return new TextDecoder().decode(bytes);
  }, name);
const member = () => table.studio.document<MemberDocument>('members', memberIdOf('ada'));

test('从「我的」进去，看得到存着的全部；号码点了才给，再点就盖上', async () => {
  const ada = await table.open({ who: 'ada', path: '/pages/me/index' });
  await ada.tap('我的资料');
  await ada.sees('存着您的，都在这一页。');
  await ada.sees('139****0898');
  await ada.sees('2025年1月1日同意（第 1 版）');
  await ada.sees('老班长工作室，退役军人，2025年1月1日加入');
  await ada.sees('老班长工作室，王样国，第一网格');
  await ada.sees('2026年11月23日 19:00–21:00，平安巡逻，队员，村委会门口');
  expect(await ada.lacks('2026年11月18日')).toBe(true);
  await ada.tap('看全部 6 条');
  await ada.sees('2026年11月18日');
  expect(await ada.lacks(PHONE)).toBe(true);
  await ada.tap('看号码');
  await ada.sees(PHONE);
  await ada.breathe();
  await ada.tap('盖起来');
  await ada.sees('139****0898');
  expect(await ada.errors()).toEqual([]);
  await ada.close();
});

test('改名字和电话；填错了说清楚，什么也没变', async () => {
  const ada = await table.open({ who: 'ada', path: page });
  await ada.tap('改名字或电话');
  await ada.fill('名字', '王样邦');
  await ada.fill('不改就空着', '139');
  await ada.tap('存好');
  await ada.sees('手机号是 11 位数字，请检查。');
  expect(await member()).toMatchObject({ name: '王样国' });
  await ada.fill('不改就空着', '13900007531');
  await ada.breathe();
  await ada.tap('存好');
  await ada.sees('改好了。以前的名单上还是原来的名字。');
  await ada.sees('139****7531');
  expect(await member()).toMatchObject({ name: '王样邦' });

  await ada.breathe();
  await ada.tap('改名字或电话');
  await ada.tap('删掉手机号');
  await ada.sees('手机号会删掉');
  await ada.tap('存好');
  await ada.sees('没有留');
  expect(await member()).toMatchObject({ name: '王样邦', phone: null });
  expect(await ada.errors()).toEqual([]);
  await ada.close();
});

test('导出两份：能读的一份、给电脑用的一份；发得出去，关了页面手机上就不留', async () => {
  const ada = await table.open({ who: 'ada', path: '/pages/me/index' });
  await ada.tap('我的资料');
  await ada.sees('存着您的，都在这一页。');
  await ada.tapRole('button', '导出一份，自己留着');
  await ada.sees('做好了，点下面的按钮发给自己或者家人。');
  const text = (await kept(ada, '我的资料.txt')) ?? '';
  expect(text).toContain(`老班长工作室：我的资料（2026年11月23日）\n\n名字：王样国\n手机号：${PHONE}\n`);
  expect(text.split('\n').filter((line) => line.includes('平安巡逻'))).toHaveLength(6);
  const json = JSON.parse((await kept(ada, '我的资料.json')) ?? '') as { phone: string; duties: unknown[] };
  expect(json).toMatchObject({ name: '王样国', phone: PHONE });
  expect(json.duties).toHaveLength(6);

  await ada.breathe();
  await ada.tap('发送能读的一份');
  await ada.sees('我的资料.txt');
  await ada.tap('取消');
  await ada.breathe();
  await ada.tap('发送给电脑用的一份');
  await ada.sees('我的资料.json');
  await ada.tap('取消');
  await ada.tapRole('button', '返回');
  await ada.sees('所在工作室');
  await ada.still();
  expect([await kept(ada, '我的资料.txt'), await kept(ada, '我的资料.json')]).toEqual([null, null]);
  expect(await ada.errors()).toEqual([]);
  await ada.close();
});

test('撤回同意：问清楚，不撤回就什么也不变；撤回了就离开，电话没有了', async () => {
  const ada = await table.open({ who: 'ada', path: page });
  await ada.sees('存着您的，都在这一页。');
  await ada.tap('撤回同意');
  await ada.sees('您会退出每个工作室，报的班让给别人，手机号删掉。');
  await ada.breathe();
  await ada.tap('不撤回');
  await ada.sees('存着您的，都在这一页。');
  expect(await member()).toMatchObject({ consent: { version: 1 } });
  await ada.breathe();
  await ada.tap('撤回同意');
  await ada.breathe();
  await ada.tap('确定撤回');
  await ada.sees('已经撤回，手机号删掉了。');
  expect(await member()).toMatchObject({ name: '王样国', phone: null, consent: null, studios: [] });
  await ada.breathe();
  await ada.tap('回首页');
  await ada.sees('老班长工作室');
  expect(await ada.errors()).toEqual([]);
  await ada.close();
});

test('最后一位工作人员走不了，说得清为什么', async () => {
  const clerk = await table.open({ who: 'clerk', path: page });
  await clerk.sees('存着您的，都在这一页。');
  await clerk.tap('注销账号');
  await clerk.breathe();
  await clerk.tap('确定注销');
  await clerk.sees('工作室至少要有一位工作人员，请先请别人来当，再换。');
  expect(await clerk.errors()).toEqual([]);
  await clerk.close();
});

test('注销：说清什么删掉、什么留下；删了哪里都没有，手机上也没有，工作人员只看到「已注销」', async () => {
  const ada = await table.open({ who: 'ada', path: page });
  await ada.sees('存着您的，都在这一页。');
  await ada.tap('注销账号');
  await ada.sees('要注销账号吗？删了就找不回来。');
  await ada.sees('做过多少值勤、来了多少人，数目不变');
  await ada.breathe();
  await ada.tap('确定注销');
  await ada.sees('账号注销了，您的资料都删掉了。');
  expect(await member()).toBeUndefined();
  expect(await table.studio.document<EventDocument>('events', eventIdOf('past1'))).toMatchObject({
    roster: [{ name: '（已注销）' }],
    joined: { member: 1 },
  });
  expect(await table.studio.document('rosterEntries', entryIdOf('ada'))).toMatchObject({ memberId: null });
  const stays = await ada.frame.evaluate(() =>
    Object.keys(localStorage).filter((key) => /王样|139/.test(localStorage.getItem(key) ?? '')),
  );
  expect(stays).toEqual([]);
  await ada.breathe();
  await ada.tap('回首页');
  await ada.openPage('/pages/me/index');
  await ada.sees('访客');
  expect(await ada.errors()).toEqual([]);
  await ada.close();

  const clerk = await table.open({ who: 'clerk', path: '/pages/audit/index' });
  await clerk.sees('已注销');
  await clerk.sees('动了：微信身份、名字、手机号');
  expect(await clerk.lacks('王样国')).toBe(true);
  expect(await clerk.errors()).toEqual([]);
  await clerk.close();
});
