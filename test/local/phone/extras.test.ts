import { SamplePhone, ask, settles, type Opened } from './sample-phone';

let phone: SamplePhone;
let page: Opened;
beforeAll(async () => {
  phone = await SamplePhone.start();
});
afterAll(() => phone.stop());
beforeEach(async () => {
  page = await phone.open('/pages/extras/index');
});
afterEach(async () => {
  expect(await ask(page, 'errors')).toEqual([]);
  await page.close();
});

test('a generic of a component is the component that the page names', async () => {
  await settles(page, 'sample-frame', '内甲\n内乙');
});

test('a swiper turns by itself and tells the item’s id and why', async () => {
  await settles(page, '#slide', '{"current":1,"currentItemId":"second","source":"autoplay"}');
  await settles(page, '#slide', '{"current":0,"currentItemId":"first","source":"autoplay"}');
});

test('an intersection observer tells when something comes into view', async () => {
  await settles(page, '#seen', '看见 0');
  await page.locator('.page-scroller').evaluate((node) => node.scrollTo(0, node.scrollHeight));
  await settles(page, '#seen', '看见 1');
});

test('a selector query reads computed styles', async () => {
  await page.getByRole('button', { name: '问样式' }).click();
  await settles(page, '#style', '[{"dataset":{},"marginTop":"7px"}]');
});

test('a key of the storage takes 1 MB, counted in bytes', async () => {
  await page.getByRole('button', { name: '存满' }).click();
  await settles(page, '#full', 'setStorage:fail:entry size limit reached');
});
