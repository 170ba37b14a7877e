import { SamplePhone, ask, eventually, settles, type Opened } from './sample-phone';

let phone: SamplePhone;
let page: Opened;
beforeAll(async () => {
  phone = await SamplePhone.start();
});
afterAll(() => phone.stop());
beforeEach(async () => {
  page = await phone.open('/pages/form/index');
});
afterEach(async () => {
  expect(await ask(page, 'errors')).toEqual([]);
  await page.close();
});

const last = (expected: string): Promise<void> => settles(page, '#last', expected);
const option = (column: number, name: string): Promise<void> =>
  page.getByRole('listbox').nth(column).getByRole('option', { name, exact: true }).click();
const confirm = (): Promise<void> => page.getByRole('button', { name: '确定' }).click();

test('an input tells focus, every change with the cursor, confirm and blur', async () => {
  const input = page.getByPlaceholder('请填姓名');
  await page.getByText('姓名', { exact: true }).click();
  await last('focus {"value":"","height":0}');
  await page.keyboard.type('ab');
  await last('input {"value":"ab","cursor":2,"keyCode":0}');
  await page.keyboard.press('Enter');
  await last('blur {"value":"ab","cursor":2}');
  await input.fill('一二三四五六七八');
  expect(await input.inputValue()).toHaveLength(6);
});

test('model:value keeps the data at what is typed', async () => {
  await page.getByLabel('年龄').fill('71');
  await settles(page, '#age', '年龄 71');
});

test('an input of type nickname offers the person’s own, or leaves it to them', async () => {
  const offer = page.getByRole('button', { name: '用微信昵称：王班长' });
  await page.getByPlaceholder('请填昵称').click();
  await page.getByRole('button', { name: '同意', exact: true }).click();
  await offer.click();
  await last('input {"value":"王班长","cursor":3,"keyCode":0}');
  await offer.waitFor({ state: 'detached' });
  await page.getByPlaceholder('请填昵称').fill('老王');
  await last('input {"value":"老王","cursor":2,"keyCode":0}');
});

test('a slider moves by its step', async () => {
  await page.getByRole('slider', { name: '等级' }).press('ArrowRight');
  await last('change {"value":6}');
});

test('TDesign’s input and switch report their changes', async () => {
  await page.getByPlaceholder('请填电话').fill('123');
  await settles(page, '#phone', '电话 123');
  await page.locator('.t-switch').first().click();
  await settles(page, '#on', '开');
});

test('a label checks its box; a disabled box stays', async () => {
  await page.getByText('护河').first().click();
  await last('change {"value":["护河"]}');
  await page.getByRole('checkbox').first().click();
  await last('change {"value":["巡逻","护河"]}');
  await page.getByText('关着').click();
  expect(await page.getByRole('checkbox').nth(2).getAttribute('aria-checked')).toBe('false');
  expect(await page.getByRole('checkbox').nth(2).getAttribute('aria-disabled')).toBe('true');
});

test('of the radios of a group one is checked', async () => {
  await page.getByText('第二网格').click();
  await last('change {"value":"第二网格"}');
  await eventually(
    () =>
      page.getByRole('radio').evaluateAll((nodes) => nodes.map((node) => node.getAttribute('aria-checked'))),
    ['false', 'true'],
  );
});

test('a switch turns', async () => {
  await page.getByRole('switch', { name: '提醒我' }).click();
  await last('change {"value":true}');
});

test('a picker chooses one, or two, or nothing', async () => {
  await page.locator('#duty').click();
  await option(0, '护河');
  await confirm();
  await last('change {"value":"1"}');
  await page.locator('#duty').click();
  await page.getByRole('button', { name: '取消' }).click();
  await last('cancel {}');
  await page.locator('#multi').click();
  await option(1, '第二网格');
  await confirm();
  await last('change {"value":[0,1]}');
});

test('a date stays within its bounds and its months', async () => {
  await page.locator('#date').click();
  await option(2, '29日');
  await option(1, '03月');
  expect(await page.getByRole('listbox').nth(2).getByRole('option').count()).toBe(10);
  await confirm();
  await last('change {"value":"2024-03-10"}');
});

test('a time stays within its bounds', async () => {
  await page.locator('#time').click();
  await option(0, '08时');
  expect(await page.getByRole('listbox').nth(1).getByRole('option').first().innerText()).toBe('30分');
  await option(1, '45分');
  await confirm();
  await last('change {"value":"08:45"}');
});

test('a form sends every named field, and resets them', async () => {
  await page.getByPlaceholder('请填姓名').fill('王');
  await page.getByPlaceholder('想说的话').fill('好');
  await page.getByText('巡逻').first().click();
  await page.getByRole('switch', { name: '提醒我' }).click();
  await page.getByRole('button', { name: '提交' }).click();
  const sent = async (): Promise<unknown> => JSON.parse((await page.locator('#sent').textContent()) || '{}');
  await eventually(sent, {
    name: '王',
    age: '70',
    nick: '',
    level: 4,
    note: '好',
    posts: ['巡逻'],
    grid: '第一网格',
    remind: true,
    duty: 0,
  });
  await page.getByRole('button', { name: '重填' }).click();
  await settles(page, '#sent', '已重填');
  expect(await page.getByRole('switch', { name: '提醒我' }).getAttribute('aria-checked')).toBe('false');
  expect(await page.getByPlaceholder('想说的话').inputValue()).toBe('');
});

test('a disabled button says so and does not tap', async () => {
  const busy = page.getByRole('button', { name: '忙着' });
  expect(await busy.getAttribute('aria-disabled')).toBe('true');
  await busy.click({ force: true });
  await page.getByRole('switch', { name: '提醒我' }).click();
  await last('change {"value":true}');
});
