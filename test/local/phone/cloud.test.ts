import { SamplePhone, ask, settles, type Opened } from './sample-phone';

let phone: SamplePhone;
let page: Opened;
let agreed = false;
beforeAll(async () => {
  phone = await SamplePhone.start();
});
afterAll(() => phone.stop());
beforeEach(async () => {
  page = await phone.open('/pages/platform/index');
  if (agreed) return;
  await press('require');
  await dialog().getByRole('button', { name: '同意', exact: true }).click();
  await result(/^require ok/);
  agreed = true;
});
afterEach(async () => {
  expect(await ask(page, 'errors')).toEqual([]);
  await page.close();
});

const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
const result = (expected: string | RegExp): Promise<void> => settles(page, '#result', expected);
const told = (expected: string | RegExp): Promise<void> => settles(page, '#told', expected);
const dialog = () => page.getByRole('dialog');

const sample = (): Promise<void> => dialog().getByRole('button', { name: '村口.jpg' }).click();
const network = (on: boolean): Promise<void> =>
  page.evaluate(
    (value) =>
      (window as unknown as { __phone: { setOnline: (on: boolean) => void } }).__phone.setOnline(value),
    on,
  );

test('an upload tells its progress and answers the file’s id; an image shows it; it is read and deleted', async () => {
  await press('upload');
  await sample();
  await result(/"fileID":"cloud:\/\/local-sample.local\/photos\/a.jpg","statusCode":200}$/);
  await told(/^{"progress":100,"totalBytesSent":(\d+),"totalBytesExpectedToSend":\1}$/);
  await press('show');
  await told('loaded {"width":800,"height":600}');
  const { length } = phone.cloud.files.get('cloud://local-sample.local/photos/a.jpg')!;
  await press('download');
  await result(`download ok {"size":${length}}`);
  await press('remove');
  await result(/"status":0,"errMsg":"ok"},{"fileID":"cloud:\/\/x.y\/z","status":-503003/);
});

test('an upload fails when it is aborted, when the network goes on its way, and when the cloud refuses', async () => {
  await press('abort');
  await sample();
  await result('abort fail {"errMsg":"cloud.uploadFile:fail abort"}');
  let release = (): void => undefined;
  phone.cloud.holdUpload = new Promise((done) => (release = done));
  await press('upload');
  await sample();
  await told(/"progress":100/);
  await network(false);
  await result(
    'upload fail {"errMsg":"cloud.uploadFile:fail request:fail network is disconnected","errCode":-1}',
  );
  release();
  phone.cloud.holdUpload = null;
  await network(true);
  await press('refused');
  await result(/^refused fail {"errMsg":"cloud.uploadFile:fail Error: errCode: -503001/);
});

test('a CloudID travels as the field’s text and in the list beside the data', async () => {
  await press('cloudId');
  await result(/^cloudId ok/);
  expect(phone.cloud.calls.at(-1)).toEqual({
    openid: 'wang',
    name: 'echo',
    data: { group: 'CloudID:abc', text: '好' },
    cloudIDs: { group: 'abc' },
  });
});

test('a watch tells the first list, then what changed, and ends when it is closed or refused', async () => {
  phone.cloud.watched = [{ _id: 'a' }];
  await press('watch');
  await told(/^{"id":0,"docs":\[{"_id":"a"}\],"docChanges":\[{"id":0,"dataType":"init".*"type":"init"}$/);
  phone.cloud.watched = [{ _id: 'a', seats: 2 } as { _id: string }, { _id: 'b' }];
  await told(/"dataType":"update".*"updatedFields":{"seats":2},"removedFields":\[\]},.*"dataType":"add"/);
  phone.cloud.watched = [{ _id: 'b' }];
  await told(/^{"id":2,.*"dataType":"remove","queueType":"dequeue","docId":"a"/);
  await press('unwatch');
  phone.cloud.watchRefusal = { errCode: -502003, errMsg: 'permission denied' };
  await press('watch');
  await told(/^error {"errMsg":"cloud.watch:fail Error: errCode: -502003/);
  phone.cloud.watchRefusal = null;
});
