import { readFileSync } from 'node:fs';
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

const sample = (name: string): Promise<void> => dialog().getByRole('button', { name }).click();

test('sample photos are chosen, at most as many as the app wants', async () => {
  await press('choose');
  await sample('村口.jpg');
  await sample('河边.jpg');
  await sample('广场.jpg');
  await dialog().getByRole('button', { name: '完成' }).click();
  await result(/^choose ok {"errMsg":"chooseMedia:ok","type":"image","tempFiles":\[{[^}]+},{[^}]+}\]}$/);
  await result(/"tempFilePath":"wxfile:\/\/tmp_[0-9a-f]{32}\.jpg"/);
});

test('a real file comes with its name', async () => {
  await press('message');
  const file = { name: '名单.csv', mimeType: 'text/csv', buffer: Buffer.from('甲,乙') };
  await dialog().locator('input[type=file]').setInputFiles(file);
  await result(
    /"tempFiles":\[{"name":"名单.csv","path":"wxfile:[^"]+\.csv","size":7,"time":\d+,"type":"file"}\]/,
  );
});

test('a real sheet arrives byte for byte; a file with another ending is not taken', async () => {
  await press('sheet');
  const field = dialog().locator('input[type=file]');
  expect(await field.getAttribute('accept')).toBe('.xlsx');
  await field.setInputFiles({ name: '名单.csv', mimeType: 'text/csv', buffer: Buffer.from('甲,乙') });
  await dialog().getByText('名单.csv 不能选，只能选 .xlsx').waitFor();
  const buffer = Buffer.from([0x50, 0x4b, 3, 4, 0, 255, 128, 10]);
  await field.setInputFiles({ name: '花名册.XLSX', mimeType: 'application/octet-stream', buffer });
  await result(`sheet ok {"name":"花名册.XLSX","size":8,"base64":"${buffer.toString('base64')}"}`);
});

test('an exported sheet can be taken from the phone to this machine', async () => {
  await press('export');
  const arriving = page.waitForEvent('download');
  await dialog().getByRole('link', { name: '存到这台电脑' }).click();
  const download = await arriving;
  expect(download.suggestedFilename()).toBe('花名册.xlsx');
  expect(readFileSync(await download.path(), 'utf8')).toBe('老班长');
  await dialog().getByRole('button', { name: '关闭' }).click();
});

test('a picture is compressed and measured', async () => {
  await press('info');
  await sample('村口.jpg');
  await result(/"width":200,"height":150,"path":"wxfile:[^"]+\.jpg","type":"jpeg","orientation":"up"/);
});

test('saving to the album asks once for the permission, and the settings change the answer', async () => {
  await press('save');
  await sample('河边.jpg');
  await dialog().getByRole('button', { name: '拒绝' }).click();
  await result('save fail {"errMsg":"saveImageToPhotosAlbum:fail auth deny"}');
  await press('开设置');
  await dialog().getByLabel('保存图片到你的相册').check();
  await dialog().getByRole('button', { name: '完成' }).click();
  await result(/^opensetting {"authSetting":{"scope.writePhotosAlbum":true}/);
  await press('save');
  await sample('河边.jpg');
  await dialog().getByText('已保存到相册').waitFor();
  await dialog().getByRole('button', { name: '关闭' }).click();
  await result(/^save ok/);
});

test('a drawn poster goes into the album, and from there to this machine', async () => {
  await press('album');
  const arriving = page.waitForEvent('download');
  await dialog().getByRole('link', { name: '存到这台电脑' }).click();
  const bytes = readFileSync(await (await arriving).path());
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([100, 50]);
  await dialog().getByRole('button', { name: '关闭' }).click();
  await result(/^album ok/);
});

test('files of the user’s folder stay over a restart, temporary ones do not count', async () => {
  await press('write');
  await result('write ok {"names":["a.txt","b.txt","old"],"size":9,"base64":"6ICB54+t6ZW/"}');
  await page.reload();
  await press('kept');
  await result('kept ok {"text":"老班长"}');
  await press('lost');
  await result('lost fail readFileSync:fail no such file or directory, open "wxfile://usr/nothing.txt"');
  await press('outside');
  await result('outside fail writeFileSync:fail permission denied, open "/images/dot.png"');
});

test('an avatar is chosen and shown from its temporary path', async () => {
  await press('换头像');
  await sample('松.png');
  await result(/^avatar wxfile:\/\/tmp_[0-9a-f]{32}\.png chooseAvatar:ok$/);
  await told('loaded {"width":132,"height":132}');
});

test('a phone number is a code of the cloud, a refusal says so', async () => {
  await press('给手机号');
  await dialog().getByRole('button', { name: '允许', exact: true }).click();
  await result('getphonenumber {"code":"code-of-wang","errMsg":"getPhoneNumber:ok"}');
  await press('给手机号');
  await dialog().getByRole('button', { name: '不允许' }).click();
  await result('getphonenumber {"errMsg":"getPhoneNumber:fail user deny"}');
});

test('a canvas draws a poster with text and pictures into a file', async () => {
  await press('draw');
  await result(/"width":100,"height":50,"wide":true}$/);
  await told('loaded {"width":100,"height":50}');
  const colour = await page.locator('#picture img').evaluate((image: HTMLImageElement) => {
    const pen = new OffscreenCanvas(100, 50).getContext('2d')!;
    pen.drawImage(image, 0, 0);
    return [...pen.getImageData(10, 10, 1, 1).data];
  });
  expect(colour).toEqual([255, 0, 0, 255]);
});

test('the counts tell the most setData a second and the largest', async () => {
  await press('burst');
  const counts = await ask(page, 'counts');
  expect(counts.setDataPerSecond).toBeGreaterThanOrEqual(31);
  expect(counts.largestSetData).toBe(90_000 + '{"told":""}'.length);
  const nodes = await page.locator('wx-page').evaluate((root) => root.querySelectorAll('*').length);
  const ownParts = await page.locator('wx-page img, wx-page canvas').count();
  expect(counts.nodes).toBe(nodes - ownParts);
});
