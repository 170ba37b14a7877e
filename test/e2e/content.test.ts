import type { MemberDocument } from '../../typings/documents/member';
import { aMember, aShift, aStudio, memberIdOf, openidOf } from '../support/makers';
import { stored } from '../support/stored';
import { documentsOf } from '../support/studio';
import type { Phone } from './driver/phone';
import { layTable, type Table } from './driver/table';

/** 北京时间 18:00 */
const NOW = Date.parse('2026-11-23T10:00:00Z');
const HOUR = 3_600_000;
const TEXTS = 'wx.openApi:security.msgSecCheck';
const JOIN = '/pages/join/index';
const SHEET = '先问您一声';

let table: Table;
beforeAll(async () => {
  table = await layTable(NOW, stored(aMember('chen', { name: '样例微信名', studioId: null })));
}, 120_000);
afterAll(() => table.close());
beforeEach(async () => {
  await table.studio.heal();
  await table.studio.reset();
  await table.studio.load(
    stored(
      aStudio({ staff: [memberIdOf('clerk'), memberIdOf('deputy')] }),
      aMember('clerk', { name: '李样芳', role: 'staff' }),
      aMember('deputy', { name: '施样静', role: 'staff' }),
      aMember('ada', { name: '王样国' }),
      aShift('patrol', { startsAt: NOW + HOUR }),
    ),
  );
});

const memberOf = async (label: string) => {
  const where = { openid: openidOf(label) };
  return (await documentsOf<MemberDocument>(`${table.studio.url}/admin`, 'members', where))[0];
};
const name = (phone: Phone) => phone.frame.getByLabel('您叫什么名字');
const noDialog = async (phone: Phone) => await phone.frame.getByRole('dialog', { name: SHEET }).count();
const done = async (phone: { errors(): Promise<string[]>; close(): Promise<void> }) => {
  expect(await phone.errors()).toEqual([]);
  await phone.close();
};

async function until(what: () => Promise<boolean>) {
  for (let tries = 0; tries < 100; tries++) {
    if (await what()) return;
    await new Promise((next) => setTimeout(next, 50));
  }
  throw new Error('it never happened');
}

describe('用微信资料以前先问一声', () => {
  test('先看说明再同意，微信昵称一点就填上，头像选好一起交', async () => {
    const chen = await table.open({ who: 'chen', path: JOIN });
    await name(chen).click();
    await chen.sees(SHEET);
    await chen.screen('隐私说明的一张');
    await chen.tap(/看《隐私说明》/);
    await chen.sees('我们怎么用您的信息');
    await chen.tap('知道了');
    await chen.tap('同意');
    await chen.tap('用微信昵称：样例微信名');
    expect(await name(chen).inputValue()).toBe('样例微信名');
    await chen.tap('选一张头像');
    await chen.tapRole('button', /松/);
    await chen.sees('换一张');
    await chen.tap('同意并加入');
    await chen.sees('您已经加入，可以报名了。');
    await until(async () => (await memberOf('chen'))?.avatar?.state === 'passed');
    await done(chen);

    const clerk = await table.open({ who: 'clerk', path: '/pages/people/index' });
    await clerk.sees('样例微信名');
    await until(async () => (await clerk.frame.locator('.person-avatar img').count()) === 1);
    await done(clerk);
  });

  test('不同意也能加入：名字、手机号自己写，头像不要；看公开的不受影响', async () => {
    const chen = await table.open({ who: 'chen', path: '/pages/home/index' });
    await chen.sees('老班长工作室');
    await chen.tap('加入工作室');
    await name(chen).click();
    await chen.tap('不同意');
    expect(await noDialog(chen)).toBe(0);
    await chen.fill('您叫什么名字', '陈样国');
    await chen.still();
    expect(await noDialog(chen)).toBe(0);
    await chen.tap('选一张头像');
    await chen.sees(SHEET);
    await chen.tap('不同意');
    await chen.tap('用微信里的手机号');
    await chen.tap('不同意');
    await chen.sees('没有用微信里的手机号，也可以自己写，或者不写。');
    await chen.fill('手机号（可以不写）', '13900000898');
    expect(await name(chen).inputValue()).toBe('陈样国');
    await chen.tap('同意并加入');
    await chen.sees('您已经加入，可以报名了。');
    expect(await memberOf('chen')).toMatchObject({ name: '陈样国', phone: { k: 'sample' } });
    expect(await memberOf('chen')).not.toHaveProperty('avatar');
    await done(chen);
  });
});

describe('检查的接口断了', () => {
  test('名字先留着：自己看得到，别人看到审核中，好了以后大家看得到', async () => {
    await table.studio.fault({ kind: 'error', action: TEXTS });
    const chen = await table.open({ who: 'chen', path: JOIN });
    await name(chen).click();
    await chen.tap('不同意');
    await chen.fill('您叫什么名字', '陈样国');
    await chen.tap('同意并加入');
    await chen.sees('您已经加入，可以报名了。');
    await chen.openPage('/pages/me/index');
    await chen.sees('陈样国');
    await chen.sees('您的名字还在审核，别人先看到「名字审核中」。报名、值勤都不耽误。');

    const clerk = await table.open({ who: 'clerk', path: '/pages/people/index' });
    await clerk.sees('（名字审核中）');
    expect(await clerk.lacks('陈样国')).toBe(true);
    await table.studio.heal();
    await table.studio.timer('patrols', 'sweep');
    await clerk.pullDown();
    await clerk.sees('陈样国');
    await done(clerk);
    await done(chen);
  });

  test('值勤先留着：只有写的人看得到，不能转发，好了以后上白板', async () => {
    await table.studio.fault({ kind: 'error', action: TEXTS });
    const clerk = await table.open({ who: 'clerk', path: '/pages/post-shift/index' });
    await clerk.tap('河道清理');
    await clerk.tap('在哪个网格');
    await clerk.tap('确定');
    await clerk.fill('比如：村委会门口', '北横河桥头');
    await clerk.tap('发出去');
    await clerk.sees('正在审核，通过以后大家才看得到。现在只有您看得到。');
    expect(await clerk.lacks('发到群里')).toBe(true);

    const ada = await table.open({ who: 'ada', path: '/pages/duty/index' });
    await ada.sees('平安巡逻');
    expect(await ada.lacks('河道清理')).toBe(true);
    await clerk.openPage('/pages/duty/index');
    await clerk.sees('还没通过审核的，只有您看得到');
    await table.studio.heal();
    await table.studio.timer('patrols', 'sweep');
    await ada.pullDown();
    await ada.sees('河道清理');
    await done(ada);
    await done(clerk);
  });
});

test('拿不准的名字：工作人员不通过，写明原因；本人看得到', async () => {
  await table.studio.call(openidOf('ada'), 'members.correct', {
    studioId: 'huayuan',
    name: '存疑的名字',
    phone: null,
  });
  const clerk = await table.open({ who: 'clerk', path: '/pages/people/index' });
  await clerk.tap('要审核的名字、头像和内容');
  await clerk.sees('存疑的名字');
  await clerk.tap('不通过');
  await clerk.fill('为什么不通过（他看得到，可以不写）', '请写真名');
  await clerk.tap('确定不通过');
  await clerk.sees('没有通过，只有他自己看得到。');
  await clerk.sees('没有要审核的。有了会写在这里。');
  await done(clerk);
  const ada = await table.open({ who: 'ada', path: '/pages/me/index' });
  await ada.sees('您的名字没有通过审核，别人看不到，请改一个。原因：请写真名');
  await done(ada);
});
