import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packNpm } from '../../local/build';
import { filesBelow } from '../../local/build/files';
import { compileOfficially, packOfficially } from './compile';

const ROOT = join(__dirname, '../..');
const APP = join(ROOT, 'miniprogram');
const MAIN_PACKAGE_LIMIT = 800 * 1024;

jest.setTimeout(180_000);

beforeAll(async () => {
  await packNpm();
});

test('the official compiler takes the project, and the main package stays within 800 KB', async () => {
  const sizes = await compileOfficially(ROOT);
  expect(sizes).toHaveProperty(['app.json']);

  const bytes = sumOfMainPackage(sizes);
  process.stdout.write(`main package by the official compiler: ${(bytes / 1024).toFixed(0)} KB\n`);
  expect(bytes).toBeLessThanOrEqual(MAIN_PACKAGE_LIMIT);
});

test('the official compiler refuses a project whose page is missing', async () => {
  const project = mkdtempSync(join(tmpdir(), 'broken-'));
  mkdirSync(join(project, 'miniprogram'));
  writeFileSync(join(project, 'project.config.json'), readFileSync(join(ROOT, 'project.config.json')));
  writeFileSync(join(project, 'miniprogram/app.json'), JSON.stringify({ pages: ['pages/nowhere/index'] }));
  writeFileSync(join(project, 'miniprogram/app.ts'), 'App({});\n');
  try {
    await expect(compileOfficially(project)).rejects.toThrow(/nowhere/);
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
});

test('our pruned miniprogram_npm holds the same files as 构建 npm', async () => {
  const official = await packOfficially();
  const ours = await filesBelow(join(APP, 'miniprogram_npm'));
  expect(ours.length).toBeGreaterThan(0);
  for (const file of ours.filter((name) => name.startsWith('tdesign-miniprogram/'))) {
    expect([file, readFileSync(join(APP, 'miniprogram_npm', file), 'utf8')]).toEqual([file, official[file]]);
  }
});

function sumOfMainPackage(sizes: Record<string, number>): number {
  const app = JSON.parse(readFileSync(join(APP, 'app.json'), 'utf8')) as { subPackages?: { root: string }[] };
  const roots = (app.subPackages ?? []).map(({ root }) => `${root.replace(/\/$/, '')}/`);
  return Object.entries(sizes)
    .filter(([path]) => !roots.some((root) => path.startsWith(root)))
    .reduce((sum, [, bytes]) => sum + bytes, 0);
}
