import { SamplePhone, eventually, type Opened } from './sample-phone';

let phone: SamplePhone;
let page: Opened;
beforeAll(async () => {
  phone = await SamplePhone.start();
});
afterAll(() => phone.stop());
beforeEach(async () => {
  page = await phone.visit('/?path=/pages/api/index', { width: 1280, height: 1000 });
});
afterEach(() => page.close());

const left = () => page.getByRole('region', { name: '左手机', exact: true });
const right = () => page.getByRole('region', { name: '右手机', exact: true });
const inside = () => left().frameLocator('iframe');
const settings = () => left().getByText('设置', { exact: true }).click();
const called = async (): Promise<string> => {
  await inside().getByRole('button', { name: 'call', exact: true }).click();
  await inside().getByText('call ok').waitFor();
  return phone.cloud.calls.at(-1)!.openid;
};

test('the first person holds the phone until somebody else is chosen, and then the app restarts', async () => {
  expect(await called()).toBe('wang');
  await left().getByLabel('谁拿着').selectOption({ label: '李书记（干部）' });
  await inside().getByText('首页样例').waitFor();
  expect(new URL(page.url()).searchParams.get('as')).toBe('li');
  await page.goto(`${phone.cloud.url}/?as=li&path=/pages/api/index`);
  expect(await called()).toBe('li');
});

test('the font size goes up to 关怀模式 and the page stays', async () => {
  await settings();
  await left().getByLabel('字体大小').fill('6');
  await left().getByText('1.4 关怀模式').waitFor();
  await settings();
  await inside().getByRole('button', { name: 'base', exact: true }).click();
  await inside().getByText('"fontSizeScaleFactor":1.4').waitFor();
});

test('the network is normal, slow or off; the app is told of each', async () => {
  await inside().getByRole('button', { name: 'call', exact: true }).waitFor();
  await settings();
  await left().getByLabel('断开').check();
  await inside().getByText('{"isConnected":false,"networkType":"none"}').waitFor();
  await settings();
  await inside().getByRole('button', { name: 'call', exact: true }).click();
  await inside().getByText('call fail').waitFor();
  await settings();
  await left().getByLabel('很慢').check();
  await inside().getByText('{"isConnected":true,"networkType":"3g"}').waitFor();
  await settings();
  expect(await called()).toBe('wang');
});

test('the clock is moved, set, stopped and brought back; both phones follow', async () => {
  const clock = page.getByRole('region', { name: '时钟' });
  const says = (text: string) => clock.getByText(text, { exact: true }).waitFor();
  const times = () =>
    Promise.all(
      [left(), right()].map((one) => one.frameLocator('iframe').locator('#phone--status-time').innerText()),
    );
  await right().frameLocator('iframe').getByText('首页样例').waitFor();
  await says('现在');
  await clock.getByLabel('拨到').fill('2026-12-31 23:30');
  await clock.getByLabel('拨到').press('Enter');
  await says('12月31日 周四 23:30');
  await says('拨过');
  await eventually(times, ['23:30', '23:30']);
  await clock.getByRole('button', { name: '停住' }).click();
  await says('停着');
  await clock.getByRole('button', { name: '快 1 小时' }).click();
  await says('1月1日 周五 00:30');
  await eventually(times, ['00:30', '00:30']);
  expect(phone.cloud.clock.frozen).toBe(true);
  await clock.getByRole('button', { name: '继续走' }).click();
  await clock.getByRole('button', { name: '快 1 天' }).click();
  await says('1月2日 周六 00:30');
  await clock.getByRole('button', { name: '回到现在' }).click();
  await says('现在');
  expect(phone.cloud.clock).toMatchObject({ offset: 0, frozen: false });
  await clock.getByLabel('拨到').fill('明天早上');
  await clock.getByLabel('拨到').press('Enter');
  expect(await clock.getByLabel('拨到').getAttribute('aria-invalid')).toBe('true');
});

test('a dark phone makes the app dark that wants to be, and tells it', async () => {
  await page.goto(`${phone.cloud.url}/?path=/pages/extras/index`);
  const theme = inside().locator('#theme');
  const colour = () => theme.evaluate((node) => getComputedStyle(node).color);
  await theme.getByText('light').waitFor();
  expect(await colour()).toBe('rgb(1, 1, 1)');
  await settings();
  await left().getByLabel('深色').check();
  await theme.getByText('dark').waitFor();
  await eventually(colour, 'rgb(240, 240, 240)');
  await right().frameLocator('iframe').getByText('首页样例').waitFor();
});

test('the app is killed and opened again: it starts at its first page', async () => {
  await inside().getByText('call', { exact: true }).waitFor();
  await settings();
  await left().getByRole('button', { name: '关掉小程序' }).click();
  await left().getByText('小程序已经关掉。').waitFor();
  await left().getByRole('button', { name: '重新打开小程序' }).click();
  await inside().getByText('首页样例').waitFor();
});

test('two phones belong to two people, each with a storage of its own', async () => {
  const other = right().frameLocator('iframe');
  await other.getByText('首页样例').waitFor();
  expect(await right().getByLabel('谁拿着').inputValue()).toBe('li');
  const frames = await Promise.all(
    [left(), right()].map(async (one) => await (await one.locator('iframe').elementHandle())!.contentFrame()),
  );
  expect(frames.map((frame) => new URL(frame!.url()).searchParams.get('phone'))).toEqual([
    'phone-1',
    'phone-2',
  ]);
});

test('somebody new comes to the table by a choice, each time somebody else', async () => {
  const holder = left().getByLabel('谁拿着');
  await holder.selectOption({ label: '＋ 新来的人' });
  const first = await holder.inputValue();
  await holder.selectOption({ label: '＋ 新来的人' });
  const second = await holder.inputValue();
  expect([first, second]).toEqual([
    expect.stringMatching(/^newcomer-[0-9a-f-]+$/),
    expect.stringMatching(/^newcomer-/),
  ]);
  expect(second).not.toBe(first);
  await right().getByLabel('谁拿着').selectOption(first);
  await page.reload();
  expect(await right().getByLabel('谁拿着').inputValue()).toBe(first);
  expect(await holder.inputValue()).toBe(second);
});

test('a service message that this person received opens its page', async () => {
  phone.cloud.messages = [
    {
      id: '1',
      touser: 'li',
      templateId: 't',
      page: 'pages/home/index',
      data: { thing1: { value: '别人的' } },
      at: 1,
    },
    {
      id: '2',
      touser: 'wang',
      templateId: 't',
      page: 'pages/detail/index?id=3',
      data: { thing1: { value: '轮到您了' } },
      at: 2,
    },
  ];
  phone.cloud.templates = [{ id: 't', title: '候补成功通知' }];
  await page.getByRole('button', { name: '轮到您了' }).getByText('候补成功通知').waitFor();
  await page.getByRole('button', { name: '轮到您了' }).click();
  await inside().getByText('{"id":"3"}').waitFor();
  const mine = page.getByRole('region', { name: '左手机的服务通知' });
  expect(await mine.getByText('别人的').count()).toBe(0);
  await page.getByRole('region', { name: '右手机的服务通知' }).getByText('别人的').waitFor();
});

test('the frame is a phone of 375 by 812', async () => {
  const frame = await left().locator('iframe').boundingBox();
  expect([frame?.width, frame?.height]).toEqual([375, 812]);
});

test.each([1600, 1280, 900])('at %i px the phones lie side by side and nothing is cut off', async (width) => {
  const wide = await phone.visit('/', { width, height: 900 });
  const boxes = await Promise.all(
    ['左手机', '右手机'].map((name) => wide.locator(`iframe[title="${name}"]`).boundingBox()),
  );
  expect(boxes[0]?.y).toBe(boxes[1]?.y);
  expect(boxes[1]!.x).toBeGreaterThanOrEqual(boxes[0]!.x + boxes[0]!.width);
  expect(await wide.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  await wide.close();
});

test.each([719, 500])('at %i px everything lies below each other, nothing is cut off', async (width) => {
  const narrow = await phone.visit('/', { width, height: 900 });
  await narrow.locator('iframe[title="左手机"]').waitFor();
  expect(await narrow.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  await narrow.close();
});

test('in a small window one phone is the window; the table lies behind a button, the other phone too', async () => {
  const small = await phone.visit('/', { width: 360, height: 640 });
  const front = small.locator('iframe[title="左手机"]');
  expect(await front.boundingBox()).toEqual({ x: 0, y: 0, width: 360, height: 640 });
  expect(await small.locator('iframe[title="右手机"]').getAttribute('src')).toBeNull();
  await small.getByRole('button', { name: '桌面' }).click();
  await small.getByLabel('谁拿着').first().waitFor();
  expect(await small.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await small.getByRole('button', { name: '看右手机' }).click();
  await small.frameLocator('iframe[title="右手机"]').getByText('首页样例').waitFor();
  expect(await front.isVisible()).toBe(false);
  await small.close();
});
