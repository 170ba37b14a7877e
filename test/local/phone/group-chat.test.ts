import { readFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';
import { SamplePhone, eventually, type Opened } from './sample-phone';

let phone: SamplePhone;
let page: Opened;
beforeAll(async () => {
  phone = await SamplePhone.start();
});
afterAll(() => phone.stop());
beforeEach(async () => {
  phone.cloud.activities = {};
  page = await phone.visit('/', { width: 1280, height: 900 });
});
afterEach(() => page.close());

const chat = () => page.getByRole('region', { name: '群聊' });
const cards = () => chat().getByRole('listitem');
const glass = (name: string) => page.frameLocator(`iframe[title="${name}"]`);

async function frameOf(name: string): Promise<Frame> {
  await glass(name).getByText('首页样例').waitFor();
  return (await (await page.locator(`iframe[title="${name}"]`).elementHandle())!.contentFrame())!;
}

const CARD = {
  type: 'card',
  title: '老兵宣讲',
  path: '/pages/detail/index?id=7',
  imageUrl: '',
  from: 'wang',
};
const DYNAMIC = { activityId: 'act', templateId: '', members: '2', limit: '30' };
const post = (frame: Frame, card: object) =>
  frame.evaluate((message) => window.parent.postMessage(message, location.origin), card);

test('a shared page becomes a card of the group, and either phone opens it', async () => {
  const left = await frameOf('左手机');
  await left.getByRole('button', { name: '更多' }).click();
  await left.getByRole('button', { name: '转发给朋友' }).click();
  await left.getByRole('button', { name: '发送给群聊' }).click();
  await cards().getByText('转发自 menu').waitFor();
  expect(await cards().first().innerText()).toMatch(/^王班长\s+样例\s+转发自 menu/);
  await cards().getByRole('button', { name: '在右手机打开' }).click();
  await glass('右手机').getByText('{"id":"9"}').waitFor();
});

test('a card lets the app know by what it was opened: 1008 from a group, 1044 when it is dynamic', async () => {
  const [left, right] = [await frameOf('左手机'), await frameOf('右手机')];
  phone.cloud.activities = { act: { state: 0, members: '1', limit: '3' } };
  await post(left, CARD);
  await post(left, { ...CARD, title: '会变的', dynamic: DYNAMIC });
  const scene = () =>
    right.evaluate(() =>
      (window as unknown as { __phone: { enterScene: () => number } }).__phone.enterScene(),
    );
  await cards().filter({ hasText: '老兵宣讲' }).getByRole('button', { name: '在右手机打开' }).click();
  await eventually(scene, 1008);
  await cards().filter({ hasText: '会变的' }).getByRole('button', { name: '在右手机打开' }).click();
  await eventually(scene, 1044);
});

test('the live line of a dynamic card follows the activity, in the words of WeChat', async () => {
  phone.cloud.activities = { act: { state: 0, members: null, limit: null } };
  const left = await frameOf('左手机');
  await post(left, { ...CARD, dynamic: DYNAMIC });
  await cards().getByText('成员正在加入，当前 2/30 人').waitFor();
  phone.cloud.activities = { act: { state: 0, members: '18', limit: '30' } };
  await cards().getByText('成员正在加入，当前 18/30 人').waitFor();
  phone.cloud.activities = { act: { state: 1, members: '4', limit: '30' } };
  await cards().getByText('已开始').waitFor();
  await post(left, {
    ...CARD,
    dynamic: { ...DYNAMIC, templateId: '666F374D69D16C932E45D7E7D9F10CEF6177F5F5' },
  });
  await cards().getByText('已到齐').waitFor();
  phone.cloud.activities = { act: { state: 2, members: '29', limit: '30' } };
  await eventually(() => cards().getByText('已结束').count(), 2);
});

test('a card and its drawn picture outlive a reload of the table', async () => {
  const left = await frameOf('左手机');
  const imageUrl = await left.evaluate(() => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="5" height="4"/>';
    return URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  });
  await post(left, { ...CARD, imageUrl });
  await cards().getByText('老兵宣讲').waitFor();
  await page.reload();
  await cards().getByText('老兵宣讲').waitFor();
  const drawn = () =>
    cards()
      .locator('img')
      .evaluate((image: HTMLImageElement) => image.naturalWidth);
  await eventually(drawn, 5);
});

test('a page without a picture of its own sends what it shows, five to four', async () => {
  const left = await frameOf('左手机');
  await left.getByRole('button', { name: '更多' }).click();
  await left.getByRole('button', { name: '转发给朋友' }).click();
  await left.getByRole('button', { name: '发送给群聊' }).click();
  const drawn = () =>
    cards()
      .locator('img')
      .evaluate((image: HTMLImageElement) => {
        const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
        const pen = canvas.getContext('2d')!;
        pen.drawImage(image, 0, 0);
        const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
        const colours = new Set<string>();
        for (let at = 0; at < data.length; at += 4) colours.add(data.slice(at, at + 3).join());
        return { width: canvas.width, height: canvas.height, text: colours.size > 50 };
      });
  await eventually(drawn, { width: 500, height: 400, text: true });
});

test('a file that is sent lies in the chat, can be taken from there, and be chosen on the other phone', async () => {
  await page.goto(`${phone.cloud.url}/?path=/pages/platform/index&path2=/pages/platform/index`);
  const [left, right] = [glass('左手机'), glass('右手机')];
  await left.getByRole('button', { name: 'sendFile', exact: true }).click();
  await left.getByRole('button', { name: '发送给群聊' }).click();
  await cards().getByText('花名册.xlsx').waitFor();
  const arriving = page.waitForEvent('download');
  await cards().getByRole('link', { name: '存到这台电脑' }).click();
  expect(readFileSync(await (await arriving).path(), 'utf8')).toBe('老班长');

  await right.getByRole('button', { name: 'sheet', exact: true }).click();
  await right.getByRole('button', { name: '同意', exact: true }).click();
  await right.getByRole('button', { name: '花名册.xlsx' }).click();
  await right.getByText('sheet ok {"name":"花名册.xlsx","size":9,"base64":"6ICB54+t6ZW/"}').waitFor();
});

test('the newest card is in sight, and no more is scrolled than it needs', async () => {
  const left = await frameOf('左手机');
  const middle = page.locator('.table-middle');
  const scrolled = () => middle.evaluate((column) => column.scrollTop);
  await post(left, CARD);
  await cards().getByText('老兵宣讲').waitFor();
  expect(await scrolled()).toBe(0);
  for (const title of ['二', '三', '四']) await post(left, { ...CARD, title });
  const below = () =>
    cards()
      .last()
      .evaluate((card) => {
        const column = card.closest('.table-middle')!.getBoundingClientRect();
        return card.getBoundingClientRect().bottom <= column.bottom + 1;
      });
  await eventually(async () => (await cards().count()) === 4 && (await below()), true);
});

test('many large cards are kept as far as the browser keeps them, the newest at any rate', async () => {
  const left = await frameOf('左手机');
  const imageUrl = `data:image/png;base64,${'A'.repeat(1_500_000)}`;
  for (const title of ['一', '二', '三', '四', '五']) await post(left, { ...CARD, title, imageUrl });
  await eventually(() => cards().count(), 5);
  await page.reload();
  await cards().filter({ hasText: '五' }).waitFor();
  expect(await cards().count()).toBeLessThan(5);
});

test('only the phones of this table bring cards: other windows and other messages do not', async () => {
  const left = await frameOf('左手机');
  await page.evaluate((card) => window.postMessage(card, location.origin), { ...CARD, title: '外来的' });
  await post(left, { type: 'note', title: '外来的', path: '/' });
  await post(left, CARD);
  await cards().getByText('老兵宣讲').waitFor();
  expect(await cards().count()).toBe(1);
});
