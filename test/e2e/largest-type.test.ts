import type { ShiftDocument } from '../../typings/documents/event';
import {
  aMember,
  anEntry,
  anEntryOfTheRoster,
  aSession,
  aShift,
  aStudio,
  aTown,
  entryIdOf,
  eventIdOf,
  memberIdOf,
  STUDIO,
  TOWN,
} from '../support/makers';
import { stored } from '../support/stored';
import { faults } from './driver/faults';
import type { Holding } from './driver/single-phone';
import { layTable, type Table } from './driver/table';
import { pages as known } from '../../miniprogram/app.json';

/** 长辈版，再加上微信的关怀模式：最大的字。 */
const LARGEST = { path: '/pages/duty/index', fontScale: 1.4, elder: true };
const NOW = Date.parse('2026-11-23T10:00:00Z');
const HOUR = 3_600_000;
const patrol = eventIdOf('patrol');
const trip = `sessionId=${eventIdOf('trip')}`;
const full = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

const memberIn = (studioId: string) => ({ studioId, role: 'member' as const, since: NOW });

let table: Table;

beforeAll(async () => {
  table = await layTable(NOW, []);
  await table.studio.load(
    stored(
      aTown({ supervisors: [memberIdOf('officer')] }),
      aStudio(),
      aStudio({ _id: 'puyang', name: '浦样村老班长工作室' }),
      aMember('officer', { name: '金样文', studioId: null, supervises: TOWN }),
      { ...aMember('both'), studios: [STUDIO, 'puyang'].map(memberIn) },
      aMember('zhou', { name: '周样明' }),
      aMember('clerk', { name: '施样芳', role: 'staff' }),
      {
        ...aMember('doubt', { name: '（名字审核中）' }),
        check: { state: 'review' as const, text: '存疑的名字', at: NOW, reason: '' },
      },
      anEntryOfTheRoster('chen', { name: '陈样建', enlisted: '1978-03' }),
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
  ['花名册上的一位', 'clerk', `/pages/roster-entry/index?entryId=${entryIdOf('chen')}`, '要去的班'],
  ['扫码加入', 'stranger', '/pages/scan-in/index?scene=aaaaaaaa.bbbbbbbbbbbbbbbbbbbb', '加入老班长工作室'],
  ['我的资料', 'zhou', '/pages/my-data/index', '存着您的，都在这一页。'],
  ['谁做过什么', 'clerk', '/pages/audit/index', '只记谁、什么时候'],
  ['发值勤', 'clerk', '/pages/post-shift/index', '在哪个网格'],
  ['大家', 'clerk', '/pages/people/index', '工作室的人'],
  ['加入', 'stranger', '/pages/join/index', '您叫什么名字'],
  ['隐私', 'zhou', '/pages/privacy/index', '我们怎么用您的信息'],
  ['要审核的', 'clerk', '/pages/reviews/index', '存疑的名字'],
  ['名字还在审核的人看我的', 'doubt', '/pages/me/index', '所在工作室'],
  ['设置', 'clerk', '/pages/settings/index', '花名册'],
  ['网格', 'clerk', '/pages/grids/index', '第二网格'],
  ['改网格', 'clerk', '/pages/grid-edit/index?gridId=g1', '撤掉这个网格'],
  ['工作室的人', 'clerk', '/pages/people/index', '周样明'],
  ['全镇的工作室', 'officer', `/pages/town/index?town=${TOWN}`, '请一位同事一起督查'],
  ['督查的首页', 'officer', '/pages/home/index', '看全镇的工作室'],
  ['两个村的我的', 'both', '/pages/me/index', '我的工作室'],
  ['启用', 'stranger', '/pages/set-up/index', '启用码'],
  ['花名册', 'clerk', '/pages/roster/index', '陈样建'],
  ['替人报名时的花名册', 'clerk', `/pages/roster/index?pick=${patrol}`, '替谁报名'],
  ['导入花名册', 'clerk', '/pages/roster-import/index', '从表格导入花名册'],
  ['添一位', 'clerk', '/pages/roster-edit/index', '在哪个网格'],
  ['改一位', 'clerk', `/pages/roster-edit/index?entryId=${entryIdOf('chen')}`, '本人要求删除'],
  ['陌生人的首页', 'stranger', '/pages/home/index', '老班长工作室'],
];

test('每一页都在下面看过', () => {
  const looked = new Set(PAGES.map(([, , path]) => path.slice(1).split('?', 1)[0]));
  expect(known.filter((page) => !looked.has(page))).toEqual([]);
});

const SIZES: [string, Pick<Holding, 'path' | 'fontScale' | 'elder'>, number][] = [
  ['平常', {}, 48],
  ['最大', LARGEST, 60],
];

describe.each(SIZES)('%s的字', (_size, holding, thumb) => {
  test.each(PAGES)('%s不出边、不截断、按得准，读屏也用得了', async (_page, who, path, landmark) => {
    const phone = await table.open({ who, ...holding });
    await phone.openPage(path);
    await phone.sees(landmark);
    expect(await faults(phone, thumb)).toEqual([]);
    expect(await phone.errors()).toEqual([]);
    await phone.close();
  });
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
