import { SamplePhone, ask, eventually, settles, type Opened } from './sample-phone';

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
  await page.getByRole('button', { name: '存满', exact: true }).click();
  await settles(page, '#full', 'setStorage:fail:entry size limit reached');
});

test('10 MB are all that a person’s storage takes, whatever the browser’s own takes; it is there after a restart', async () => {
  await page.getByRole('button', { name: '全都存满' }).click();
  await settles(page, '#full', 'setStorage:fail:data size limit reached');
  const all = '{"keys":10,"currentSize":9766,"limitSize":10240,"least":1000000}';
  await page.getByRole('button', { name: '数一数' }).click();
  await settles(page, '#full', all);
  await eventually(() => kept(page), 10);
  await page.reload();
  await page.getByRole('button', { name: '数一数' }).click();
  await settles(page, '#full', all);
  await page.getByRole('button', { name: '清空' }).click();
  await page.getByRole('button', { name: '数一数' }).click();
  await settles(page, '#full', /"keys":0,"currentSize":0/);
});

/** How many entries the browser holds in its own storage and in its database. */
const kept = (page: Opened): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((done) => {
        const opening = indexedDB.open('phone-files', 1);
        opening.onsuccess = () => {
          const counting = opening.result.transaction('files').objectStore('files').count();
          counting.onsuccess = () =>
            done(counting.result + Object.keys(localStorage).filter((key) => key.includes(':note-')).length);
        };
      }),
  );

test('root-portal frees what is inside from ancestors that clip and move; turned off it does not', async () => {
  const float = page.locator('#float');
  expect(await float.boundingBox()).toMatchObject({ x: 0, width: 375, height: 60 });
  await float.click();
  await settles(page, '#float', '浮着 1');
  expect(await page.locator('#cage #caged').count()).toBe(1);
  expect(await page.locator('#cage #float').count()).toBe(0);
});
