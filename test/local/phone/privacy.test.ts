import { SamplePhone, ask, settles, type Opened } from './sample-phone';

let phone: SamplePhone;
let page: Opened;
beforeAll(async () => {
  phone = await SamplePhone.start();
});
afterAll(() => phone.stop());
let people = 0;
beforeEach(async () => {
  people += 1;
  page = await phone.open('/pages/platform/index', { phone: `phone-${people}` });
});
afterEach(async () => {
  expect(await ask(page, 'errors')).toEqual([]);
  await page.close();
});

const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
const result = (expected: string | RegExp): Promise<void> => settles(page, '#result', expected);
const dialog = () => page.getByRole('dialog');

test('a private call waits for the app’s own question, and goes on after the agreement', async () => {
  await press('setting');
  await result(/"needAuthorization":true/);
  await press('listen');
  await press('choose');
  await page.getByText('要同意 chooseMedia').waitFor();
  expect(await dialog().count()).toBe(0);
  await press('同意并继续');
  await dialog().getByText('选择图片').waitFor();
  await dialog().getByRole('button', { name: '取消' }).click();
  await result('choose fail {"errMsg":"chooseMedia:fail cancel"}');
  await press('setting');
  await result(/"needAuthorization":false/);
});

test('a refusal fails the call or the component, and is asked again', async () => {
  await press('listen');
  await press('require');
  await page.getByText('要同意 requirePrivacyAuthorize').waitFor();
  await press('不同意');
  await result(
    'require fail {"errMsg":"requirePrivacyAuthorize:fail privacy permission is not authorized","errno":104}',
  );
  await press('给手机号');
  await page.getByText('要同意 button.getPhoneNumber').waitFor();
  await press('不同意');
  await result(
    'getphonenumber {"errMsg":"getPhoneNumber:fail privacy permission is not authorized","errno":104}',
  );
});

test('without a listener WeChat asks itself; the answer is kept for this person on this phone', async () => {
  await press('require');
  await dialog().getByRole('button', { name: '同意', exact: true }).click();
  await result(/^require ok/);
  await page.reload();
  await press('require');
  await result(/^require ok/);
  const other = await phone.open('/pages/platform/index', { phone: `phone-${people}`, as: 'li' });
  await other.getByRole('button', { name: 'setting', exact: true }).click();
  await settles(other, '#result', /"needAuthorization":true/);
});

test('after a refusal WeChat’s own question stays away', async () => {
  await press('require');
  await dialog().getByRole('button', { name: '拒绝' }).click();
  await result(/"errno":103/);
  await press('choose');
  await result(/^choose fail .*privacy permission is not authorized","errno":103/);
  expect(await dialog().count()).toBe(0);
});
