import { SamplePhone, type Opened } from './sample-phone';

let phone: SamplePhone;
let page: Opened;
beforeAll(async () => {
  phone = await SamplePhone.start();
});
afterAll(() => phone.stop());
beforeEach(async () => {
  page = await phone.visit('/?path=/pages/api/index', { width: 1000, height: 900 });
});
afterEach(() => page.close());

const inside = () => page.frameLocator('iframe');
const called = async (): Promise<string> => {
  await inside().getByRole('button', { name: 'call', exact: true }).click();
  await inside().getByText('call ok').waitFor();
  return phone.cloud.calls.at(-1)!.openid;
};

test('the first person holds the phone until somebody else is chosen, and then the app restarts', async () => {
  expect(await called()).toBe('wang');
  await page.getByLabel('我是谁').selectOption({ label: '李书记（干部）' });
  await inside().getByText('首页样例').waitFor();
  expect(new URL(page.url()).searchParams.get('as')).toBe('li');
  await page.goto(`${phone.cloud.url}/?as=li&path=/pages/api/index`);
  expect(await called()).toBe('li');
});

test('the font size goes up to 关怀模式 and the page stays', async () => {
  await page.getByLabel('字体大小').fill('6');
  await page.getByText('1.4 关怀模式').waitFor();
  await inside().getByRole('button', { name: 'base', exact: true }).click();
  await inside().getByText('"fontSizeScaleFactor":1.4').waitFor();
});

test('the network switch cuts the phone off', async () => {
  await inside().getByRole('button', { name: 'call', exact: true }).waitFor();
  await page.getByLabel('有网络').uncheck();
  await inside().getByRole('button', { name: 'call', exact: true }).click();
  await inside().getByText('call fail').waitFor();
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
  await page.getByRole('button', { name: '轮到您了' }).click();
  await inside().getByText('{"id":"3"}').waitFor();
  expect(await page.getByText('别人的').count()).toBe(0);
});

test('the frame is a phone of 375 by 812; in a small window the phone is the window', async () => {
  const frame = await page.locator('iframe').boundingBox();
  expect([frame?.width, frame?.height]).toEqual([375, 812]);
  const small = await phone.visit('/', { width: 360, height: 640 });
  expect(await small.locator('iframe').boundingBox()).toEqual({ x: 0, y: 0, width: 360, height: 640 });
  await small.getByText('调试台').click();
  await small.getByLabel('我是谁').waitFor();
});
