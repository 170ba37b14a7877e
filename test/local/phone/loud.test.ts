import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLE, SamplePhone, ask, eventually, type Opened } from './sample-phone';

let phone: SamplePhone;
let page: Opened;
beforeAll(async () => {
  phone = await SamplePhone.start();
});
afterAll(() => phone.stop());
beforeEach(async () => {
  page = await phone.open('/pages/broken/index');
});
afterEach(() => page.close());

test.each([
  ['没有的接口', 'wx.startBluetoothDevicesDiscovery is not available on the local phone'],
  ['处理时出错', 'Error: 坏了'],
  ['没有的方法', 'pages/broken/index has no method "onNowhere" to handle an event'],
  ['没人管的拒绝', 'Error: 没人管'],
  ['写一条错误', '写下的错误'],
  ['碰浏览器', "TypeError: Cannot set properties of undefined (setting 'title')"],
])('%s shows on the phone and reaches the tests', async (button, message) => {
  await page.getByRole('button', { name: button }).click();
  await eventually(async () => (await ask(page, 'errors')).some((error) => error.includes(message)), true);
  await page.getByRole('complementary', { name: '程序错误' }).getByText(message).first().waitFor();
});

test('an error of a script shows with the file and the line that threw it', async () => {
  const source = readFileSync(join(SAMPLE, 'pages/broken/index.ts'), 'utf8').split('\n');
  const line = source.findIndex((text) => text.includes("Error('坏了')")) + 1;
  await page.getByRole('button', { name: '处理时出错' }).click();
  await page
    .getByRole('complementary', { name: '程序错误' })
    .getByText(`pages/broken/index.ts:${line} Error: 坏了`)
    .first()
    .waitFor();
});

test('a page that does not exist cannot be opened', async () => {
  const lost = await phone.visit('/phone.html?as=wang&path=/pages/lost/index');
  await lost.getByText('page "pages/lost/index" is not found').first().waitFor();
});

test.each([
  ['找客服', '<button open-type="contact"> is not available on the local phone'],
  ['get', "wx.cloud.database().collection('sessions').get is not available on the local phone"],
])('%s of the platform is refused by name', async (button, message) => {
  const platform = await phone.open('/pages/platform/index');
  await platform.getByRole('button', { name: button, exact: true }).click();
  const found = async (): Promise<boolean> =>
    (await ask(platform, 'errors')).some((error) => error.includes(message));
  await eventually(found, true);
  await platform.close();
});
