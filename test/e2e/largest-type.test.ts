import type { ShiftDocument } from '../../typings/documents/event';
import { aMember, anEntry, aSession, aShift, aStudio, eventIdOf } from '../support/makers';
import { stored } from '../support/stored';
import type { Phone } from './driver/phone';
import { layTable, type Table } from './driver/table';

/** 长辈版，再加上微信的关怀模式：最大的字。 */
const LARGEST = { path: '/pages/duty/index', fontScale: 1.4, elder: true };
const NOW = Date.parse('2026-11-23T10:00:00Z');
const HOUR = 3_600_000;
const patrol = eventIdOf('patrol');
const trip = `sessionId=${eventIdOf('trip')}`;
const full = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

let table: Table;

beforeAll(async () => {
  table = await layTable(NOW, []);
  await table.studio.load(
    stored(
      aStudio(),
      aMember('zhou', { name: '周样明' }),
      aMember('clerk', { name: '施样芳', role: 'staff' }),
      aShift('patrol', { startsAt: NOW + HOUR, roster: full.map((label) => anEntry(label)) }),
      aShift('river', { startsAt: NOW + 4 * HOUR, title: '河道清理', place: '北横河桥头老水闸旁边的凉亭' }),
      aSession('talk', { startsAt: NOW + 5 * 24 * HOUR, title: '老兵宣讲：长津湖' }),
      aSession('trip', {
        startsAt: NOW + 6 * 24 * HOUR,
        title: '参观淞沪抗战纪念馆，中午在馆里吃饭',
        audience: 'youth',
        companions: 3,
        questions: [
          { questionId: 'q1', text: '在哪里上车', options: ['村委会门口', '自己去'], required: true },
          { questionId: 'q2', text: '有什么要照顾的', options: [], required: false },
        ],
        desks: [
          { deskId: 'd1', title: '社区医生', from: NOW + 145 * HOUR, to: NOW + 146 * HOUR, minutes: 10 },
        ],
        changes: [{ at: NOW - HOUR, what: ['time', 'place'] }],
        spot: { latitude: 31.2, longitude: 121.4 },
        roster: full.map((label) => anEntry(label, { post: 'seat', seats: 2 })),
      }),
    ),
  );
}, 120_000);
afterAll(() => table.close());

/** What a person could not read or hit: wider than the screen, cut off, or smaller than a thumb. */
async function faults(phone: Phone): Promise<string[]> {
  await phone.still();
  return await phone.page.evaluate(() => {
    const found: string[] = [];
    const named = (element: Element) =>
      `${element.tagName.toLowerCase()} 「${element.textContent?.slice(0, 20)}」`;
    const shown = [...document.querySelectorAll<HTMLElement>('wx-view, wx-text, wx-button, [role]')].filter(
      (element) => element.checkVisibility() && element.getClientRects().length > 0,
    );
    for (const element of shown) {
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      if (box.right > innerWidth + 1 || box.left < -1) found.push(`wider than the screen: ${named(element)}`);
      const clips = style.overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1;
      if (clips) found.push(`cut off: ${named(element)}`);
    }
    const inReach = (target: Element) => target.closest('.screen') && !target.closest('[aria-hidden="true"]');
    const targets = shown.filter((element) => ['button', 'switch', 'radio'].includes(element.role ?? ''));
    for (const element of targets.filter(inReach)) {
      const { height, width } = element.getBoundingClientRect();
      if (height < 59.5 || width < 59.5) found.push(`smaller than 60: ${named(element)} ${width}×${height}`);
    }
    return found;
  });
}

const PAGES: [string, string, string, string][] = [
  ['首页', 'zhou', '/pages/home/index', '最近的活动'],
  ['工作台', 'clerk', '/pages/home/index', '今天要办的'],
  ['白板', 'zhou', '/pages/duty/index', '平安巡逻'],
  ['班次', 'zhou', `/pages/shift-detail/index?shiftId=${patrol}`, '谁来'],
  ['带班的人看班次', 'clerk', `/pages/shift-detail/index?shiftId=${patrol}`, '谁来'],
  ['活动', 'zhou', '/pages/activities/index', '老兵宣讲：长津湖'],
  ['活动详情', 'zhou', `/pages/activity-detail/index?${trip}`, '报名要填的'],
  ['工作人员看活动', 'clerk', `/pages/activity-detail/index?${trip}`, '要改的'],
  ['陌生人看活动', 'stranger', `/pages/activity-detail/index?${trip}`, '加入以后看得到谁来'],
  ['发活动', 'clerk', '/pages/post-activity/index', '要办什么'],
  ['照着再发', 'clerk', `/pages/post-activity/index?${trip}`, '叫什么'],
  ['改时间地点', 'clerk', `/pages/move-activity/index?${trip}`, '在哪里'],
  ['改名额', 'clerk', `/pages/resize-activity/index?${trip}`, '位报了名'],
  ['取消活动', 'clerk', `/pages/cancel-activity/index?${trip}`, '为什么取消'],
  ['我的', 'zhou', '/pages/me/index', '所在工作室'],
  ['我的值勤', 'zhou', '/pages/my-duties/index', '去看哪里缺人'],
  ['发值勤', 'clerk', '/pages/post-shift/index', '在哪个网格'],
  ['陌生人的首页', 'stranger', '/pages/home/index', '老班长工作室'],
];

test.each(PAGES)('%s在最大的字下不出边、不截断、按得准', async (_page, who, path, landmark) => {
  const phone = await table.open({ who, ...LARGEST });
  await phone.openPage(path);
  await phone.sees(landmark);
  expect(await faults(phone)).toEqual([]);
  expect(await phone.errors()).toEqual([]);
  await phone.close();
});

test('最大的字下也能报名、排队、退出', async () => {
  const zhou = await table.open({ who: 'zhou', ...LARGEST });
  await zhou.openPage(`/pages/shift-detail/index?shiftId=${patrol}`);
  await zhou.tap('先排队');
  await zhou.tap('允许');
  await zhou.sees('您排在第 1 位，有人退出就轮到您');
  await zhou.breathe();
  await zhou.tap('退出');
  await zhou.sees('您退出了，谢谢您早说。');
  const shift = await table.studio.document<ShiftDocument>('events', patrol);
  expect(shift).toMatchObject({ joined: { member: 8 } });
  await zhou.close();
});
