import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { PNG } from 'pngjs';
import { compilePhone, phoneHandler } from '../../local/phone';
import { launchBrowser } from '../browser';
import { SDK_FUNCTION } from '../local/cloud/sdk-function';
import { makeFolders, startTestCloud, type TestCloud } from '../local/cloud/support';
import { NPM, SAMPLE } from '../local/phone/sample-phone';
import { openidOf } from '../support/makers';
import { type TablePhone, Tabletop } from './driver/tabletop';

/** What the phone asks of the platform, over the table and through the real cloud, by the phone's own sample app. */

const NOW = Date.parse('2026-11-23T10:00:00Z');
const PAGE = 'pages/platform/index';
const PATIENCE = { timeout: 10_000 };

let dir: string;
let cloud: TestCloud;
let browser: Browser;
let top: Tabletop;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'platform-'));
  await compilePhone({ miniprogramDir: SAMPLE, outDir: dir, npmDir: NPM });
  const { collectionsFile } = makeFolders(
    {},
    {
      sessions: {
        indexes: [
          {
            name: 'studio',
            fields: [
              ['studioId', 1],
              ['at', -1],
            ],
          },
        ],
        client: { where: { studioId: 's' } },
      },
    },
  );
  const appFile = join(SAMPLE, 'app.json');
  cloud = await startTestCloud(
    { sdk: SDK_FUNCTION },
    { collectionsFile, appFile, fallback: phoneHandler(dir), clock: NOW },
  );
  const people = ['wang', 'li'].map((name) => ({ openid: openidOf(name), name, label: '' }));
  writeFileSync(join(cloud.dataDir, 'people.json'), JSON.stringify(people));
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await cloud.end();
  rmSync(dir, { recursive: true, force: true });
});
// Not by the driver: its limits are the product's, and a page of many components sets more while it starts.
afterEach(() => top.page.context().close());

const lay = async (leftPath = PAGE, rightPath = PAGE): Promise<void> => {
  top = await Tabletop.lay(browser, cloud.url, { left: 'wang', right: 'li', leftPath, rightPath });
};
const press = ({ frame }: TablePhone, name: string) =>
  frame.getByRole('button', { name, exact: true }).click(PATIENCE);
const result = ({ frame }: TablePhone, words: RegExp) =>
  frame.locator('#result').filter({ hasText: words }).waitFor(PATIENCE);
const told = ({ frame }: TablePhone, words: RegExp) =>
  frame.locator('#told').filter({ hasText: words }).waitFor(PATIENCE);
/** Something that a function does with the unmodified SDK. */
async function inFunction<T>(script: string, given: object | string): Promise<T> {
  const { result: answer } = await cloud.call(openidOf('wang'), 'sdk', { sdk: 'wx', script, given });
  const { ok } = answer as { ok?: T };
  if (ok === undefined) throw new Error(JSON.stringify(answer));
  return ok;
}

/** A picture that does not compress, so that it takes its time. */
function noise(width: number, height: number): Buffer {
  const png = new PNG({ width, height });
  for (let at = 0, value = 1; at < png.data.length; at += 1) {
    value = (value * 48_271) % 2_147_483_647;
    png.data[at] = at % 4 === 3 ? 255 : value & 255;
  }
  return PNG.sync.write(png);
}

test('网在上传到一半断了：说清楚，云上什么也没有；再传就有，关掉再打开还在', async () => {
  const buffer = noise(400, 300);
  const upload = async (): Promise<void> => {
    await press(top.left, 'upload');
    const field = top.left.frame.locator('[role=dialog] input[type=file]');
    await field.setInputFiles({ name: '村口.png', mimeType: 'image/png', buffer });
  };
  const status = (fileID: string) =>
    inFunction<number>(
      'async ({ cloud, given }) => (await cloud.getTempFileURL({ fileList: [given] })).fileList[0].status',
      fileID,
    );
  await lay();
  await press(top.left, 'require');
  await press(top.left, '同意');
  await result(top.left, /^require ok/);

  await top.left.network('slow');
  await upload();
  await told(top.left, /"progress":[1-9]\d,/);
  await top.left.network('off');
  await result(top.left, /^upload fail .*network is disconnected/);
  const fileID = `cloud://${cloud.envId}.local-files/photos/a.jpg`;
  expect(await status(fileID)).not.toBe(0);

  await top.left.network('normal');
  await upload();
  await result(top.left, new RegExp(`^upload ok .*"fileID":"${fileID}"`));
  expect(await status(fileID)).toBe(0);
  const stored = await inFunction<string>(
    `async ({ cloud, given }) => (await cloud.downloadFile({ fileID: given })).fileContent.toString('base64')`,
    fileID,
  );
  expect(Buffer.from(stored, 'base64').equals(buffer)).toBe(true);

  await top.left.kill();
  await top.left.reopen();
  await top.left.openPage(PAGE);
  await press(top.left, 'show');
  await told(top.left, /^loaded {"width":400,"height":300}$/);
  await press(top.left, 'urls');
  await result(top.left, /^urls ok (?=.*"status":0)(?=.*"tempFileURL":"http)/);
  await press(top.left, 'download');
  await result(top.left, new RegExp(`^download ok {"size":${buffer.length}}$`));
  await press(top.left, 'remove');
  await result(top.left, /^remove ok/);
  expect(await status(fileID)).not.toBe(0);
  expect(await top.left.errors()).toEqual([]);
});

test('一张动态卡片：群里的那一行跟着云走，一天以后结束；陌生人点得开', async () => {
  await cloud.post('/local/clock', { at: NOW });
  const { activityId } = await inFunction<{ activityId: string }>(
    'async ({ cloud }) => cloud.openapi.updatableMessage.createActivityId({})',
    {},
  );
  const set = (parameters: Record<string, string>, targetState: number) =>
    inFunction('async ({ cloud, given }) => cloud.openapi.updatableMessage.setUpdatableMsg(given)', {
      activityId,
      targetState,
      templateInfo: {
        parameterList: Object.entries(parameters).map(([name, value]) => ({ name, value })),
      },
    });
  await lay(`${PAGE}?activity=${encodeURIComponent(activityId)}`);
  await press(top.left, 'dynamic');
  await result(top.left, /^dynamic ok/);
  await press(top.left, '转发海报');
  await press(top.left, '发送给群聊');
  const line = (words: string) => top.cards().getByText(words, { exact: true }).waitFor(PATIENCE);
  await line('成员正在加入，当前 1/3 人');
  await set({ member_count: '2', room_limit: '3' }, 0);
  await line('成员正在加入，当前 2/3 人');
  await set({ path: 'pages/detail/index?id=5', version_type: 'release' }, 1);
  await line('已开始');
  await top.clock('快 1 天');
  await top.clock('快 1 小时');
  await line('已结束');
  await top.right.give('＋ 新来的人');
  await top.openCard('晚到', top.right);
  await top.right.frame.getByText('{"id":"5"}').waitFor(PATIENCE);
});

test('云上做出来的码放在桌上，点它或者拿它的图片来扫，都打开同一页', async () => {
  await inFunction(`async ({ cloud, given }) => (await cloud.openapi.wxacode.getUnlimited(given)).errCode`, {
    scene: 'a=1',
    page: 'pages/detail/index',
  });
  const [code] = (await cloud.get('/local/codes')) as { path: string; png: string }[];
  const buffer = Buffer.from(await (await fetch(cloud.url + code!.png)).arrayBuffer());
  const scanned = /"scanType":"WX_CODE","charSet":"UTF-8","path":"pages\/detail\/index\?scene=a%3D1"}$/;
  await lay();
  await press(top.left, 'scan');
  await top.left.frame.getByRole('dialog').getByRole('button', { name: code!.path }).click(PATIENCE);
  await result(top.left, scanned);
  await press(top.right, 'scan');
  const field = top.right.frame.locator('[role=dialog] input[type=file]');
  await field.setInputFiles({ name: '码.png', mimeType: 'image/png', buffer });
  await result(top.right, scanned);
});

test('一部手机盯着的集合，云上一改就看到', async () => {
  await cloud.post('/local/import', { sessions: [{ _id: 'a', studioId: 's', at: NOW, seats: 1 }] });
  await lay();
  await press(top.left, 'watch');
  await told(
    top.left,
    new RegExp(`"docs":\\[{"_id":"a","studioId":"s","at":${NOW},"seats":1}\\].*"type":"init"`),
  );
  await inFunction(
    `async ({ db, _ }) => db.collection('sessions').doc('a').update({ data: { seats: _.inc(1) } })`,
    {},
  );
  await told(top.left, /"dataType":"update".*"updatedFields":{"seats":2}/);
});

test('给手机号：手机给的码，函数换得到号码，只换一次', async () => {
  await lay();
  await press(top.left, 'require');
  await top.left.frame.getByRole('button', { name: '同意', exact: true }).click(PATIENCE);
  await press(top.left, '给手机号');
  await press(top.left, '允许');
  await result(top.left, /^getphonenumber {"code":/);
  const text = await top.left.frame.locator('#result').innerText();
  const { code } = JSON.parse(text.slice('getphonenumber '.length)) as { code: string };
  const change = () =>
    inFunction<{ phoneInfo: { purePhoneNumber: string } }>(
      'async ({ cloud, given }) => cloud.openapi.phonenumber.getPhoneNumber(given)',
      { code },
    );
  expect((await change()).phoneInfo.purePhoneNumber).toMatch(/^199\d{8}$/);
  await expect(change()).rejects.toThrow(/40029/);
});
