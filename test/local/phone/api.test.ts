import { PEOPLE } from './fake-cloud';
import { SamplePhone, ask, eventually, settles, type Opened } from './sample-phone';

let phone: SamplePhone;
let page: Opened;
beforeAll(async () => {
  phone = await SamplePhone.start();
});
afterAll(() => phone.stop());
beforeEach(async () => {
  page = await phone.open('/pages/api/index');
});
afterEach(async () => {
  expect(await ask(page, 'errors')).toEqual([]);
  await page.close();
});

const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
const result = (expected: string | RegExp): Promise<void> => settles(page, '#result', expected);
const dialog = () => page.getByRole('dialog');

test('a cloud function is called as the person who holds the phone', async () => {
  await press('call');
  await result(
    /^call ok {"errMsg":"cloud.callFunction:ok","result":{"openid":"wang","data":{"text":"你好"}},"requestID":"r"}$/,
  );
  expect(phone.cloud.calls.at(-1)).toEqual({ openid: 'wang', name: 'echo', data: { text: '你好' } });
  await press('callback');
  await result(/^callback ok {"errMsg":"cloud.callFunction:ok"/);
});

test('what a function fails with arrives as the platform’s number and words', async () => {
  await press('callFails');
  await result(
    /^callFails fail {"errMsg":"cloud.callFunction:fail .*the function exited","errCode":-504002}$/,
  );
});

test('without a network a call fails and nothing is sent; the app is told', async () => {
  const sent = phone.cloud.calls.length;
  await page.evaluate(() =>
    (window as unknown as { __phone: { setOnline: (on: boolean) => void } }).__phone.setOnline(false),
  );
  await result('network {"isConnected":false,"networkType":"none"}');
  await press('call');
  await result(/^call fail {"errMsg":"cloud.callFunction:fail request:fail/);
  expect(phone.cloud.calls).toHaveLength(sent);
  await press('network');
  await result(/"networkType":"none"/);
});

test('toast and loading say their words and go', async () => {
  await press('toast');
  await page.getByRole('status').getByText('好了').waitFor();
  await page.getByRole('status').waitFor({ state: 'detached' });
  await press('loading');
  await page.getByText('请等一等').waitFor();
  await page.getByText('请等一等').waitFor({ state: 'detached' });
  await press('tToast');
  await page.getByText('组件提示').waitFor();
});

test('a modal and an action sheet wait for their answer', async () => {
  await press('modal');
  await dialog().getByRole('button', { name: '退出' }).click();
  await result(/^modal ok .*"confirm":true,"cancel":false/);
  await press('modal');
  await dialog().getByRole('button', { name: '取消' }).click();
  await result(/"confirm":false,"cancel":true/);
  await press('sheet');
  await dialog().getByRole('button', { name: '乙' }).click();
  await result(/"tapIndex":1/);
  await press('sheet');
  await dialog().getByRole('button', { name: '取消' }).click();
  await result('sheet fail {"errMsg":"showActionSheet:fail cancel"}');
});

test('TDesign’s dialog opens and answers', async () => {
  await press('dialog');
  await page.getByText('确定吗').waitFor();
  await page.getByRole('button', { name: '好' }).click();
  await result('dialog confirm');
});

test('asking for messages needs a tap of its own', async () => {
  await press('subscribeLate');
  await result(/^subscribeLate fail .*can only be invoked by user TAP gesture/);
  expect(await dialog().count()).toBe(0);
});

test('a consent is recorded for each template that was allowed', async () => {
  await press('subscribe');
  await dialog().getByLabel('变更提醒').uncheck();
  await dialog().getByRole('button', { name: '允许' }).click();
  await result(/"提醒模板":"accept","变更模板":"reject"/);
  expect(phone.cloud.consents).toEqual([{ openid: 'wang', templateId: '提醒模板', count: 1 }]);
  await press('subscribe');
  await dialog().getByRole('button', { name: '取消' }).click();
  await result(/"提醒模板":"reject","变更模板":"reject"/);
  expect(phone.cloud.consents).toHaveLength(1);
  await press('subscribe');
  await dialog().getByLabel('总是保持以上选择，不再询问').check();
  await dialog().getByRole('button', { name: '允许' }).click();
  await result(/"提醒模板":"accept","变更模板":"accept"/);
  await press('toast');
  await result(/^toast ok/);
  await press('subscribe');
  await result(/"提醒模板":"accept","变更模板":"accept"/);
  expect(await dialog().count()).toBe(0);
  expect(phone.cloud.consents).toHaveLength(5);
  await press('subscribeUnknown');
  await result(/^subscribeUnknown fail .*No template data.*20001/);
  await press('subscribeMany');
  await result(/^subscribeMany fail .*20003/);
});

test('a phone call shows its number', async () => {
  await press('phone');
  await dialog().getByText('呼叫 0571-88886666').click();
  await result('phone ok {"errMsg":"makePhoneCall:ok"}');
});

test('storage belongs to one person on this phone', async () => {
  await press('store');
  await result('store ok {"text":"草稿"}');
  await page.goto(`${phone.cloud.url}/phone.html?as=${PEOPLE[1]!.openid}&path=/pages/api/index`);
  await press('stored');
  await result('stored ok ""');
  await page.goto(`${phone.cloud.url}/phone.html?as=wang&path=/pages/api/index`);
  await press('stored');
  await result('stored ok {"text":"草稿"}');
  await press('missing');
  await result('missing fail {"errMsg":"getStorage:fail data not found"}');
});

test('the system tells its sizes, and the title changes', async () => {
  await press('base');
  await result(/"fontSizeSetting":16,"fontSizeScaleFactor":1}/);
  await press('window');
  await result(
    /"screenWidth":375,"screenHeight":812,"windowWidth":375,"windowHeight":724,"statusBarHeight":44/,
  );
  await press('capsule');
  await result(/"width":87,"height":32,"top":50/);
  await press('can');
  await result('can ok {"known":true,"unknown":false}');
  await press('pages');
  await result('pages ok ["pages/api/index"]');
  await press('day');
  await result('1970-01-01');
  await press('title');
  await eventually(() => page.getByRole('heading', { name: '新题目' }).count(), 1);
});

test('a selector query measures from the upper edge of the page, not of the screen', async () => {
  await press('measure');
  await result(/^measure ok {"id":"result","dataset":{},"left":0,"top":0,"right":375,/);
});

test('Date follows the cloud’s clock, moved or stopped', async () => {
  phone.cloud.clock = { now: 1_000_000, offset: 0, frozen: true };
  const stopped = await phone.open('/pages/api/index');
  await stopped.getByRole('button', { name: 'now', exact: true }).click();
  await settles(stopped, '#result', 'now ok {"now":1000000,"date":1000000,"fixed":0}');
  phone.cloud.clock = { now: 0, offset: 86_400_000, frozen: false };
  const moved = await phone.open('/pages/api/index');
  await moved.getByRole('button', { name: 'now', exact: true }).click();
  await settles(moved, '#result', /^now ok/);
  const { now } = JSON.parse((await moved.locator('#result').innerText()).slice('now ok '.length)) as {
    now: number;
  };
  expect(Math.abs(now - 86_400_000 - Date.now())).toBeLessThan(60_000);
  phone.cloud.clock = { now: 0, offset: 0, frozen: false };
});
