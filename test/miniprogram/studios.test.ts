import { joinStudio, quitStudio, readHome, readMe } from '../../miniprogram/services/members';
import { chooseStudio, currentStudio, studioFrom } from '../../miniprogram/services/session';
import { opened } from '../../miniprogram/pages/set-up/opened';
import { answers, fakeWx, refuses } from './support/fake-wx';

const HOME = { gaps: [], gapCount: 0, sessions: [], next: null, can: [], town: null, asking: 0 };
const home = (role: string, ...studios: string[]) =>
  answers({
    ...HOME,
    me: { name: '', role },
    studios: studios.map((studioId) => ({ studioId, name: studioId })),
  });
const me = (role: string, ...studios: string[]) =>
  answers({ role, can: [], studios: studios.map((studioId) => ({ studioId })) });
const asked = (sent: { data: { data: Record<string, unknown> } }[]) =>
  sent.map(({ data }) => data.data.studioId);

describe('当前的工作室', () => {
  test('没有选过，就是小程序自己的村；选过的记在手机里', () => {
    fakeWx();
    expect(currentStudio()).toBe('huayuan');
    chooseStudio('puyang');
    expect(currentStudio()).toBe('puyang');
  });

  test.each([[''], ['Huayuan'], ['huayuan '], ['a'], [{ $gt: '' }], [7], [null], [undefined]])(
    '手机里、链接里不像编号的不算：%p',
    (text) => {
      const { wx } = fakeWx();
      wx.setStorageSync('studio', text);
      expect(currentStudio()).toBe('huayuan');
      expect(studioFrom(text)).toBeNull();
    },
  );
});

describe('打开小程序', () => {
  test('认识的人只问一次', async () => {
    const { sent } = fakeWx(home('member', 'huayuan'));
    expect(await readHome()).toMatchObject({ ok: true, data: { me: { role: 'member' } } });
    expect(sent).toHaveLength(1);
  });

  test('新手机上不知道我是哪个村的：问一次就换过去，以后都在那里', async () => {
    const { sent } = fakeWx(home('visitor', 'puyang'), home('member', 'puyang'));
    expect(await readHome()).toMatchObject({ data: { me: { role: 'member' } } });
    expect(asked(sent)).toEqual(['huayuan', 'puyang']);
    await readHome();
    expect(asked(sent)).toEqual(['huayuan', 'puyang', 'puyang']);
  });

  test('哪里都不是成员，就是陌生人；答得奇怪也只再问一次', async () => {
    const stranger = fakeWx(home('visitor'));
    await readHome();
    expect(stranger.sent).toHaveLength(1);
    const strange = fakeWx(home('visitor', 'puyang'));
    await readHome();
    expect(strange.sent).toHaveLength(2);
  });

  test('「我的」也一样：换到自己的那一个', async () => {
    const { sent } = fakeWx(me('visitor', 'puyang'), me('member', 'puyang'));
    expect(await readMe()).toMatchObject({ data: { role: 'member' } });
    expect(asked(sent)).toEqual(['huayuan', 'puyang']);
  });
});

describe('卡片带来的工作室', () => {
  const joined = (only: boolean) => answers({ name: '新', role: 'member', recognised: 'volunteer', only });

  test('第一次加入就在那里；已经有自己的村，加入了还回自己的村', async () => {
    const first = fakeWx(joined(true));
    await joinStudio({ name: '新', phone: null }, 'puyang');
    expect(asked(first.sent)).toEqual(['puyang']);
    expect(currentStudio()).toBe('puyang');
    fakeWx(joined(false));
    await joinStudio({ name: '新', phone: null }, 'puyang');
    expect(currentStudio()).toBe('huayuan');
  });

  test('退出以后不再留在那里；退不出就还在', async () => {
    fakeWx(refuses('last_staff'));
    chooseStudio('puyang');
    await quitStudio();
    expect(currentStudio()).toBe('puyang');
    fakeWx(answers({ left: true }));
    chooseStudio('puyang');
    await quitStudio();
    expect(currentStudio()).toBe('huayuan');
  });
});

test.each([
  [{}, { as: 'staff', studio: 'huayuan', code: '' }],
  [
    { as: 'supervisor', studio: 'puyang' },
    { as: 'supervisor', studio: 'puyang', code: '' },
  ],
  [{ scene: 'puyang%2Cabc-123' }, { as: 'staff', studio: 'puyang', code: 'abc-123' }],
  [{ scene: 'puyang,abc,town' }, { as: 'supervisor', studio: 'puyang', code: 'abc' }],
  [{ scene: '%' }, { as: 'staff', studio: 'huayuan', code: '' }],
  [
    { as: '<x>', studio: '../x' },
    { as: 'staff', studio: 'huayuan', code: '' },
  ],
])('启用那一页怎么打开：%j', (query, expected) => {
  fakeWx();
  expect(opened(query)).toEqual(expected);
});
