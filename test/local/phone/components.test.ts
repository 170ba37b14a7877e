import { SamplePhone, ask, eventually, settles, type Opened } from './sample-phone';

let phone: SamplePhone;
let page: Opened;
beforeAll(async () => {
  phone = await SamplePhone.start();
});
afterAll(() => phone.stop());
beforeEach(async () => {
  page = await phone.open('/pages/home/index');
});
afterEach(async () => {
  expect(await ask(page, 'errors')).toEqual([]);
  await page.close();
});

test('WXS has its own constructor names, regular expressions, dates and modules', async () => {
  await settles(page, '#kinds', '数字 文字 列表2 1970 好好');
});

test('a template, an include and decoded text render', async () => {
  await settles(page, '.line', '左和右');
  await settles(page, '.foot', '页脚 2');
  expect(await page.locator('#decoded').textContent()).toBe('一\u00a0<二>');
});

test('a tap brings the dataset and the mark of what was tapped', async () => {
  await page.getByText('第 2 位 李书记').click();
  await settles(page, '#picked', '选了 李书记 1');
});

test("TDesign's button is a button: it taps, and disabled it does not", async () => {
  await page.getByRole('button', { name: '我来' }).click();
  await settles(page, '#thanks', '谢谢 1 次');
  await page.getByRole('button', { name: '不能按' }).click();
  await page.getByRole('button', { name: '我来' }).click();
  await settles(page, '#thanks', '谢谢 2 次');
});

test('a finger taps as a mouse does, and a drag is no tap', async () => {
  const touch = (type: string, y: number): Promise<void> =>
    page.evaluate(
      ([kind, at]) => {
        const target = document.querySelector('#phone [data-name], .name') ?? document.body;
        const finger = new Touch({ identifier: 1, target, clientX: 60, clientY: at as number });
        const held = kind === 'touchend' ? [] : [finger];
        target.dispatchEvent(
          new TouchEvent(kind as string, {
            bubbles: true,
            touches: held,
            changedTouches: [finger],
            cancelable: true,
          }),
        );
      },
      [type, y] as const,
    );
  await touch('touchstart', 100);
  await touch('touchmove', 160);
  await touch('touchend', 160);
  expect((await ask(page, 'data'))['picked']).toBe('');
  await touch('touchstart', 100);
  await touch('touchend', 100);
  await settles(page, '#picked', '选了 王班长 0');
});

test('catch stops an event, bind does not', async () => {
  await page.locator('#inner').click();
  await settles(page, '#inner', '里面 内外');
});

test('a long press is one event and no tap', async () => {
  const box = await page.locator('#rpx').boundingBox();
  await page.mouse.move(box!.x + 20, box!.y + 20);
  await page.mouse.down();
  await settles(page, '#rpx', '按住 1');
  await page.mouse.up();
});

test('hover-class is there while pressed and goes afterwards', async () => {
  const background = (): Promise<string> =>
    page.locator('#rpx').evaluate((node) => getComputedStyle(node).backgroundColor);
  const before = await background();
  const box = await page.locator('#rpx').boundingBox();
  await page.mouse.move(box!.x + 20, box!.y + 20);
  await page.mouse.down();
  expect(await background()).toBe('rgb(9, 9, 9)');
  await page.mouse.up();
  await eventually(background, before);
});

test('properties, observers, slots, events, selectComponent and page lifetimes of a component work', async () => {
  await settles(page, '.counter-class, .from-page', /槽里的头[\s\S]*计数 5[\s\S]*甲[\s\S]*乙[\s\S]*页面在前/);
  await page.getByRole('button', { name: '加一' }).click();
  await settles(page, '#counted', '收到 6 就绪 1');
  await page.getByRole('button', { name: '归零' }).click();
  await eventually(() => page.getByText('计数 5').count(), 1);
});

test('relations link a parent with its children', async () => {
  await eventually(() => page.getByText('孩子 2').count(), 1);
});

test('aria attributes of WXML are those of the page', async () => {
  expect(await page.getByRole('note', { name: '按住' }).count()).toBe(1);
});
