import { SamplePhone, ask, type Opened } from './sample-phone';

let phone: SamplePhone;
let page: Opened;
beforeAll(async () => {
  phone = await SamplePhone.start();
  page = await phone.open('/pages/home/index');
});
afterAll(() => phone.stop());

const style = (selector: string, property: string): Promise<string> =>
  page
    .locator(selector)
    .first()
    .evaluate((node, name) => getComputedStyle(node).getPropertyValue(name), property);
const box = async (selector: string) => (await page.locator(selector).first().boundingBox())!;

test('750 rpx are as wide as the phone', async () => {
  expect(await style('#rpx', 'width')).toBe('187.5px');
  await page.setViewportSize({ width: 300, height: 812 });
  expect(await style('#rpx', 'width')).toBe('150px');
  await page.setViewportSize({ width: 375, height: 812 });
});

test('vh and fixed positions are measured between the bars', async () => {
  const area = await box('.page-viewport');
  expect(area.height).toBe(812 - 44 - 44 - 84);
  expect(await style('#rpx', 'height')).toBe(`${area.height / 2}px`);
  const dock = await box('#dock');
  expect(dock.y + dock.height).toBe(area.y + area.height);
});

test('a page that is no tab keeps clear of the phone’s lower edge', async () => {
  expect(await style('#rpx', 'padding-bottom')).toBe('0px');
  const detail = await phone.open('/pages/detail/index');
  const bottom = detail
    .locator('.page-viewport')
    .evaluate((node) => getComputedStyle(node).getPropertyValue('--safe-area-bottom'));
  expect(await bottom).toBe('34px');
});

test('an imported sheet, the page selector and page-meta style the page', async () => {
  expect(await style('wx-page', 'color')).toBe('rgb(20, 30, 40)');
  expect(await style('wx-page', 'background-color')).toBe('rgb(250, 248, 243)');
});

test('the app’s classes reach a component that applies them, and no isolated one', async () => {
  expect(await style('sample-item .shared-name', 'color')).toBe('rgb(200, 0, 0)');
  expect(await style('sample-counter > .counter-class, sample-counter > wx-view', 'color')).toBe(
    'rgb(20, 30, 40)',
  );
});

test(':host and an external class style a component from inside and outside', async () => {
  expect(await style('sample-counter', 'display')).toBe('block');
  expect(await style('sample-counter > wx-view', 'border-top-color')).toBe('rgb(1, 2, 3)');
  expect(await style('sample-counter > wx-view', 'background-color')).toBe('rgb(7, 8, 9)');
});

test('one page’s style sheet leaves the next page alone', async () => {
  await page.getByRole('tab', { name: '表单' }).click();
  await page.locator('#last').waitFor({ state: 'attached' });
  expect(await page.evaluate(() => getComputedStyle(document.querySelector('#last')!).color)).toBe(
    'rgb(20, 30, 40)',
  );
  await page.evaluate(() => document.querySelector('#last')!.classList.add('card'));
  expect(await style('#last', 'color')).toBe('rgb(0, 0, 250)');
  const detail = await phone.open('/pages/detail/index');
  expect(await detail.locator('#card').evaluate((node) => getComputedStyle(node).color)).toBe(
    'rgb(20, 30, 40)',
  );
});

test('rem and the page’s own size follow the phone’s font size; without page-meta they do not', async () => {
  const large = await phone.open('/pages/home/index', { fontScale: '1.4' });
  expect(await large.locator('#rem').evaluate((node) => getComputedStyle(node).fontSize)).toBe('22.4px');
  const plain = await phone.open('/pages/detail/index', { fontScale: '1.4' });
  expect(await plain.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('16px');
});

test('rpx of an inline style counts, and a custom navigation bar leaves the whole screen to the page', async () => {
  const typed = await phone.open('/pages/typed/index?id=12&people=');
  const shown = await typed.locator('.typed').boundingBox();
  expect(shown).toMatchObject({ y: 0, height: 75 + 88 });
  expect(await typed.locator('.typed').innerText()).toBe('编号 12，有人 否');
});

test('every text is in the phone’s own font, and no request leaves the origin', async () => {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const families = await page.evaluate(() => {
    const loaded: string[] = [];
    document.fonts.forEach((font) => font.status === 'loaded' && loaded.push(font.family));
    return loaded;
  });
  expect(new Set(families)).toEqual(new Set(['Noto Sans SC Variable']));
  expect(phone.cloud.paths.filter((path) => path.endsWith('.woff2')).length).toBeGreaterThan(0);
  expect(page.foreign).toEqual([]);
  expect(await ask(page, 'errors')).toEqual([]);
});
