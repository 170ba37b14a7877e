import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../browser';
import { NOW, join, raceVillage, runners, tapOf } from '../bench/race/village';
import { aSession } from '../support/makers';
import { type RunningStudio, startStudio } from '../support/studio';
import { stored } from '../support/stored';

const EVIL = "<img src=x onerror=\"document.title = 'taken'\"><script>document.title = 'taken'</script>";

let studio: RunningStudio;
let browser: Browser;
let page: Page;
const errors: string[] = [];
beforeAll(async () => {
  studio = await startStudio({
    now: NOW,
    documents: [
      ...raceVillage(runners(30), { tonight: 7 }),
      ...stored(aSession('evil', { startsAt: NOW + 3_600_000, title: EVIL })),
    ],
  });
  for (const person of runners(9)) await join(studio, tapOf(person, 'tonight', 7));
  browser = await launchBrowser();
  page = await browser.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
});
afterAll(async () => {
  await browser.close();
  await studio.close();
});

const cells = (text: string) => page.locator('td', { hasText: text });
const open = (hash: string) => page.goto(`${studio.url}/_cloud#${hash}`);

test('it counts the documents of each collection and shows them page by page', async () => {
  await open('collections/members');
  await page.getByText('members · 30 份文档 · 第 1 / 2 页').waitFor();
  expect(await page.locator('main > pre').count()).toBe(20);
  await page.getByRole('button', { name: '下一页' }).click();
  await page.getByText('第 2 / 2 页').waitFor();
  expect(await page.locator('main > pre').count()).toBe(10);
  expect(await page.getByRole('button', { name: '下一页' }).isDisabled()).toBe(true);
});

test('what a document says stays text', async () => {
  await open('collections/events');
  await page.locator('pre', { hasText: 'onerror' }).waitFor();
  expect(await page.locator('main img, main script').count()).toBe(0);
  expect(await page.title()).toBe('本地云 · 老班长工作室');
});

test('it tells what each index was used for', async () => {
  await open('indexes');
  await cells('openid').first().waitFor();
  const row = page.locator('tr', { has: page.getByRole('cell', { name: 'openid', exact: true }) }).first();
  expect(Number(await row.locator('[data-label="使用"]').textContent())).toBeGreaterThan(8);
});

test('from a call it leads to its round trips', async () => {
  await open('invocations');
  await page.locator('[data-label="往返"] a').first().click();
  await cells('database.modifyAndReturnDoc').first().waitFor();
  expect(await page.locator('tbody tr').count()).toBe(2);
});

test('a timer is fired twice by its button', async () => {
  await open('timers');
  await page.getByRole('button', { name: '触发两次' }).first().click();
  await page.locator('[data-label="已触发"]', { hasText: '2' }).waitFor();
  const sweeps = (await studio.invocations()).filter(({ openid }) => openid === null);
  expect(sweeps).toHaveLength(2);
});

test('faults in force are shown and taken back', async () => {
  const body = JSON.stringify({ kind: 'latency', action: 'database.*', ms: 5, next: 9 });
  await fetch(`${studio.url}/local/faults`, { method: 'POST', body });
  await open('faults');
  await cells('5 毫秒，接下来 9 次').waitFor();
  await page.getByRole('button', { name: '撤销' }).click();
  await page.getByText('一切正常：没有安排故障').waitFor();
  expect(await (await fetch(`${studio.url}/local/faults`)).json()).toEqual({ faults: [] });
});

test('nothing is wider than a small phone, and nothing went wrong', async () => {
  await page.setViewportSize({ width: 375, height: 720 });
  for (const tab of [
    'collections/events',
    'indexes',
    'requests',
    'invocations',
    'outbox',
    'timers',
    'faults',
  ]) {
    await open(tab);
    await page.locator('main > *').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
  }
  expect(errors).toEqual([]);
});

test('a page of another origin is kept out', async () => {
  const status = (headers: Record<string, string>) =>
    fetch(`${studio.url}/_cloud/documents?collection=members`, { headers }).then(
      (response) => response.status,
    );
  expect(await status({ origin: 'https://evil.example' })).toBe(403);
  expect(await status({ 'sec-fetch-site': 'cross-site' })).toBe(403);
  expect(await status({})).toBe(200);
});
