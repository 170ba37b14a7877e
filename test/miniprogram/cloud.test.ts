import { call } from '../../miniprogram/services/cloud';
import { joinShift, leaveShift } from '../../miniprogram/services/patrols';
import { NO_NETWORK, answers, fakeWx, refuses } from './support/fake-wx';

const BOARD = { shifts: [], can: [] };
const STANDING = { post: 'member', postTitle: '队员', state: 'placed', ahead: 0 };
const SHIFT = {
  shiftId: 'e_000000000000000000000001',
  startsAt: 1_795_431_600_000,
  endsAt: 1_795_438_800_000,
};

const board = () => call('patrols.board', { studioId: 'huayuan' });

test('动作的前半截就是云函数的名字，一个信封装动作和内容', async () => {
  const { sent } = fakeWx(answers(BOARD));
  expect(await board()).toEqual({ ok: true, data: BOARD });
  expect(sent).toEqual([
    { name: 'patrols', data: { action: 'patrols.board', data: { studioId: 'huayuan' } } },
  ]);
});

test('网络断一下，悄悄再问一次', async () => {
  const { sent } = fakeWx(NO_NETWORK, answers(BOARD));
  expect(await board()).toEqual({ ok: true, data: BOARD });
  expect(sent).toHaveLength(2);
});

test('网络一直断着，问两次就说没有网络', async () => {
  const { sent } = fakeWx(NO_NETWORK);
  expect(await board()).toEqual({ ok: false, code: 'network' });
  expect(sent).toHaveLength(2);
});

test('拒绝就是答复，不再问', async () => {
  const { sent } = fakeWx(refuses('not_member'));
  expect(await board()).toEqual({ ok: false, code: 'not_member' });
  expect(sent).toHaveLength(1);
});

test('云函数出错不算没有网络', async () => {
  fakeWx({ fails: { errCode: -504002, errMsg: 'function threw' } });
  expect(await board()).toEqual({ ok: false, code: 'unavailable' });
});

test.each([
  ['什么也没有', undefined],
  ['一段文字', 'Internal Server Error'],
  ['没有内容的成功', { ok: true }],
  ['缺了班次的白板', { ok: true, data: { can: [] } }],
  ['不认识的拒绝', { ok: false, code: 'teapot' }],
  ['自称没有网络', { ok: false, code: 'network' }],
])('答得不成样子（%s）就是系统忙', async (_, result) => {
  fakeWx({ result });
  expect(await board()).toEqual({ ok: false, code: 'unavailable' });
});

test('一直没有答复，十五秒后当作没有网络', async () => {
  jest.useFakeTimers();
  const { wx } = fakeWx(NO_NETWORK);
  wx.cloud.callFunction = () => new Promise<never>(() => undefined);
  const asking = board();
  await jest.advanceTimersByTimeAsync(30_000);
  expect(await asking).toEqual({ ok: false, code: 'network' });
  jest.useRealTimers();
});

describe('报名的答复丢了', () => {
  const ids = (sent: { data: { data: Record<string, unknown> } }[]) =>
    sent.map(({ data }) => data.data.requestId);

  test('再报时还是同一个编号，所以只报上一次', async () => {
    const { sent } = fakeWx(NO_NETWORK, NO_NETWORK, answers(STANDING));
    expect(await joinShift(SHIFT, 'member')).toEqual({ ok: false, code: 'network' });
    expect(await joinShift(SHIFT, 'member')).toEqual({ ok: true, data: STANDING });
    expect(new Set(ids(sent)).size).toBe(1);
    expect(ids(sent)[0]).toMatch(/^[0-9a-z]{24}$/);
  });

  test('有了答复，退出以后再报就是另一件事，编号是新的', async () => {
    const { sent } = fakeWx(answers(STANDING), answers({ promoted: 0 }), answers(STANDING));
    await joinShift(SHIFT, 'member');
    await leaveShift(SHIFT.shiftId, 'member');
    await joinShift(SHIFT, 'member');
    const [first, , again] = ids(sent);
    expect(again).not.toBe(first);
  });

  test('报名带上看到的时间', async () => {
    const { sent } = fakeWx(answers(STANDING));
    await joinShift(SHIFT, 'member');
    expect(sent[0]?.data.data).toMatchObject({ ...SHIFT, studioId: 'huayuan', post: 'member' });
  });
});
