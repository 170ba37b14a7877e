import { SamplePhone, ask, eventually, settles, type Opened } from './sample-phone';

let phone: SamplePhone;
let page: Opened;
beforeAll(async () => {
  phone = await SamplePhone.start();
});
afterAll(() => phone.stop());
afterEach(() => page.close());

const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();

test('the app launches, then the page loads, shows and is ready', async () => {
  page = await phone.open();
  await settles(page, '#log', 'onLaunch pages/home/index,onShow page-show page-ready');
  expect(await page.getByRole('heading', { name: '首页样例' }).count()).toBe(1);
  expect(await ask(page, 'path')).toBe('pages/home/index');
});

test('a page that is covered hides, keeps its input and its place, and shows again', async () => {
  page = await phone.open('/pages/detail/index?id=1');
  await page.getByPlaceholder('草稿').fill('没写完');
  await press('再进一层');
  await settles(page, '#query', '{"deep":"1"}');
  expect(await ask(page, 'stack')).toEqual(['pages/detail/index?id=1', 'pages/detail/index?deep=1']);
  await page.getByRole('button', { name: '返回' }).click();
  await settles(page, '#log', 'load show ready hide show');
  expect(await page.getByPlaceholder('草稿').inputValue()).toBe('没写完');
});

test('a scrolled page comes back where it was', async () => {
  page = await phone.open('/pages/home/index');
  const top = (): Promise<number> => page.locator('.page-scroller').evaluate((node) => node.scrollTop);
  await page.getByText('去滚动').click();
  await page.locator('#list').waitFor();
  await page.getByRole('button', { name: '返回' }).click();
  const left = await top();
  expect(left).toBeGreaterThan(0);
  await page.getByText('去详情').click();
  await settles(page, '#query', '{"id":"7","name":"%E7%8E%8B"}');
  await page.getByRole('button', { name: '返回' }).click();
  await eventually(top, left);
});

test('ten pages are the most; the eleventh is refused', async () => {
  page = await phone.open('/pages/detail/index');
  for (let depth = 2; depth <= 10; depth += 1) {
    await press('再进一层');
    await eventually(async () => (await ask(page, 'stack')).length, depth);
  }
  await press('再进一层');
  await settles(page, '#message', 'navigateTo:fail webview count limit exceed');
  expect(await ask(page, 'stack')).toHaveLength(10);
});

test('redirectTo replaces, switchTab clears, and a tab keeps its state', async () => {
  page = await phone.open('/pages/home/index');
  await page.getByRole('button', { name: '我来' }).click();
  await page.getByText('去详情').click();
  await press('换掉这页');
  await settles(page, '#query', '{"replaced":"1"}');
  expect(await ask(page, 'stack')).toEqual(['pages/home/index', 'pages/detail/index?replaced=1']);
  await press('回首页');
  await settles(page, '#thanks', '谢谢 1 次');
  await page.getByRole('tab', { name: '表单' }).click();
  await page.getByRole('tab', { name: '首页' }).click();
  await settles(page, '#thanks', '谢谢 1 次');
  expect(await page.getByRole('tab', { name: '首页' }).getAttribute('aria-selected')).toBe('true');
  expect(await ask(page, 'stack')).toEqual(['pages/home/index']);
});

test('refusals are in WeChat’s words', async () => {
  page = await phone.open('/pages/api/index');
  await press('tab');
  await settles(page, '#result', 'tab fail {"errMsg":"navigateTo:fail can not navigateTo a tabbar page"}');
  await press('nowhere');
  await settles(
    page,
    '#result',
    'nowhere fail {"errMsg":"navigateTo:fail page \\"pages/nowhere/index\\" is not found"}',
  );
});

test('reLaunch leaves one page', async () => {
  page = await phone.open('/pages/home/index');
  await press('去接口');
  await press('relaunch');
  await settles(page, '#query', '{"fresh":"1"}');
  expect(await ask(page, 'stack')).toEqual(['pages/detail/index?fresh=1']);
});

test('an opener and the page that it opened talk', async () => {
  page = await phone.open('/pages/api/index');
  await press('opener');
  await settles(page, '#message', '来自接口');
  await press('告诉来处');
  await page.getByRole('button', { name: '返回' }).click();
  await settles(page, '#result', 'opener ok "从详情来"');
});

test('pulling the page down refreshes it', async () => {
  page = await phone.open('/pages/home/index');
  await page.mouse.move(150, 120);
  await page.mouse.down();
  await page.mouse.move(150, 200);
  await page.mouse.move(150, 320);
  await page.mouse.up();
  await settles(page, '#refreshed', '刷新 1 次');
});

test('a page that shares shows its card, from a button and from the menu', async () => {
  page = await phone.open('/pages/home/index');
  await press('转发');
  const card = page.getByRole('dialog', { name: '转发' });
  await card.getByText('转发自 button card').waitFor();
  await card.getByText('pages/detail/index?id=9').waitFor();
  await card.getByRole('button', { name: '关闭' }).click();
  await page.getByRole('button', { name: '更多' }).click();
  await page.getByRole('button', { name: '转发给朋友' }).click();
  await card.getByText('转发自 menu').waitFor();
});
