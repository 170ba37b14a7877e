import { SamplePhone, ask, eventually, settles, type Opened } from './sample-phone';

let phone: SamplePhone;
let page: Opened;
beforeAll(async () => {
  phone = await SamplePhone.start();
});
afterAll(() => phone.stop());
beforeEach(async () => {
  page = await phone.open('/pages/scroll/index');
});
afterEach(async () => {
  expect(await ask(page, 'errors')).toEqual([]);
  await page.close();
});

const data = async (name: string): Promise<unknown> => (await ask(page, 'data'))[name];

test('a scroll-view tells where it is and when it reaches its end, once', async () => {
  await page.locator('#list').evaluate((node) => node.scrollTo(0, 300));
  await eventually(() => data('top'), 300);
  expect(await data('lower')).toBe(0);
  await page.locator('#list').evaluate((node) => node.scrollTo(0, node.scrollHeight));
  await eventually(() => data('lower'), 1);
});

test('scroll-into-view brings a row to the top', async () => {
  await page.getByRole('button', { name: '到第 20 行' }).click();
  await eventually(() => data('top'), 19 * 40);
});

test('pulling a scroll-view refreshes, a short pull does not', async () => {
  const pull = async (to: number): Promise<void> => {
    await page.mouse.move(100, 120);
    await page.mouse.down();
    await page.mouse.move(100, 130);
    await page.mouse.move(100, to);
    await page.mouse.up();
  };
  await pull(150);
  await pull(280);
  await eventually(() => data('refreshes'), 1);
  await eventually(() => data('refreshing'), false);
  await page.locator('.phone-refresher').waitFor({ state: 'detached' });
});

test('the page’s end is reached once on the way down', async () => {
  await page.locator('.page-scroller').evaluate((node) => node.scrollTo(0, node.scrollHeight));
  await eventually(() => data('bottoms'), 1);
});

test('a swiper goes to the item that the app or a finger chooses', async () => {
  await page.getByRole('button', { name: '下一张' }).click();
  await eventually(() => page.locator('wx-swiper').evaluate((node) => Math.round(node.scrollLeft)), 375);
  await page.locator('wx-swiper').evaluate((node) => node.scrollTo({ left: 0 }));
  await settles(page, '#slide', '第 0 张');
});

test('pictures come from the mini-program, relative or from its root, and tell their size', async () => {
  await settles(page, '#loaded', '{"width":40,"height":20}');
  expect(await page.getByRole('img', { name: '圆点' }).count()).toBe(1);
  const wide = (await page.locator('#wide').boundingBox())!;
  expect([wide.width, wide.height]).toEqual([100, 50]);
});

test('rich text keeps what WeChat trusts and nothing else', async () => {
  expect(await page.locator('#rich').innerHTML()).toBe('<p class="a">富<strong>文本</strong></p>');
  expect(await page.locator('wx-rich-text em').innerText()).toBe('节点');
});
