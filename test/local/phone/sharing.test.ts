import { SamplePhone, ask, eventually, settles, type Opened } from './sample-phone';

let phone: SamplePhone;
let page: Opened;
beforeAll(async () => {
  phone = await SamplePhone.start();
});
afterAll(() => phone.stop());
beforeEach(async () => {
  page = await phone.open('/pages/platform/index');
  await page.evaluate(() =>
    window.addEventListener('message', ({ data }) => {
      if ((data as { type?: string }).type === 'card') Object.assign(window, { card: data as object });
    }),
  );
});
afterEach(async () => {
  expect(await ask(page, 'errors')).toEqual([]);
  await page.close();
});

const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
const result = (expected: string | RegExp): Promise<void> => settles(page, '#result', expected);
const dialog = () => page.getByRole('dialog');

const card = () => page.evaluate(() => (window as unknown as { card?: Record<string, string> }).card);

test('a card waits for its promise and reaches the group chat with its picture', async () => {
  await press('dynamic');
  await result(/^dynamic ok/);
  await press('转发海报');
  await dialog().getByText('button sharing poster 晚到').waitFor();
  await dialog().getByRole('button', { name: '发送给群聊' }).click();
  await eventually(async () => Boolean(await card()), true);
  const { imageUrl, ...rest } = (await card())!;
  expect(rest).toEqual({
    type: 'card',
    title: 'button sharing poster 晚到',
    path: '/pages/detail/index?id=5',
    from: 'wang',
    dynamic: { activityId: 'act-1', templateId: '', members: '1', limit: '3' },
  });
  expect(imageUrl).toMatch(/^data:image\/jpeg;base64,/);
});

test('a closed sheet sends nothing; a hidden menu offers nothing', async () => {
  await press('转发海报');
  await dialog().getByRole('button', { name: '关闭' }).click();
  expect(await card()).toBeUndefined();
  await press('hide');
  await result(/^hide ok/);
  await press('更多');
  await dialog().getByText('重新进入小程序').waitFor();
  expect(await dialog().getByText('转发给朋友').count()).toBe(0);
});

test('a code of this mini-program is scanned from the table', async () => {
  const path = 'pages/detail/index?scene=a%3D1';
  phone.cloud.codes = [{ path, scene: 'a=1', page: 'pages/detail/index', png: '/app/images/dot.png', at: 1 }];
  await press('scan');
  await dialog().getByRole('button', { name: path }).click();
  await result(
    `scan ok {"errMsg":"scanCode:ok","result":"","scanType":"WX_CODE","charSet":"UTF-8","path":"${path}"}`,
  );
  await press('scan');
  await dialog().getByRole('button', { name: '取消' }).click();
  await result('scan fail {"errMsg":"scanCode:fail cancel"}');
});

test('a code in a picture is read', async () => {
  const { toBuffer } = await import('qrcode');
  await press('scan');
  const file = { name: '码.png', mimeType: 'image/png', buffer: await toBuffer('https://example.com/老') };
  await dialog().locator('input[type=file]').setInputFiles(file);
  await result(
    'scan ok {"errMsg":"scanCode:ok","result":"https://example.com/老","scanType":"QR_CODE","charSet":"UTF-8"}',
  );
  const path = 'pages/detail/index?scene=a%3D1';
  await press('scan');
  const code = await toBuffer(`weapp-local://code?path=${encodeURIComponent(path)}`);
  await dialog()
    .locator('input[type=file]')
    .setInputFiles({ ...file, buffer: code });
  await result(
    /"result":"","scanType":"WX_CODE","charSet":"UTF-8","path":"pages\/detail\/index\?scene=a%3D1"}$/,
  );
});

test('a place and a calendar entry show what they are about', async () => {
  await press('place');
  await dialog().getByText('花园村 1 号').waitFor();
  await dialog().getByRole('button', { name: '关闭' }).click();
  await result(/^place ok/);
  await press('calendar');
  await dialog().getByRole('button', { name: '同意', exact: true }).click();
  await dialog().getByRole('button', { name: '允许', exact: true }).click();
  await dialog().getByText('2023年11月15日 06:13').waitFor();
  await dialog().getByRole('button', { name: '添加' }).click();
  await result(/^calendar ok/);
});
